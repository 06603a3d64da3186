import type { Node } from 'constructs';
import { z } from 'zod';

const List = z.string().transform((text) => text.split(',').map((item) => item.trim()));
const isOrigin = (url: string): boolean => new URL(url).origin === url;

const Settings = z
  .object({
    /** Where people find the pages, if it isn't the name that CloudFront gives them. */
    siteOrigin: z
      .url({ protocol: /^https$/ })
      .refine(isOrigin, 'has to be https:// and a host, and no more')
      .optional(),
    /** The certificate of that host, with which CloudFront answers in its name; without it, what is there has to. */
    siteCertificate: z
      .string()
      .regex(/^arn:aws:acm:us-east-1:\d{12}:certificate\/[\w-]+$/)
      .optional(),
    /** Where Cognito may send people who have signed in, besides the pages: other programs that use the API. */
    callbackUrls: List.pipe(z.array(z.url({ protocol: /^https?$/ }))).default([]),
    /** Who is told when an alarm goes off; each address has to confirm once. */
    alarmEmails: List.pipe(z.array(z.email())).default([]),
  })
  .refine(({ siteOrigin, siteCertificate }) => siteOrigin !== undefined || siteCertificate === undefined, {
    message: 'A certificate needs the siteOrigin that it is for.',
  });

export type Settings = z.infer<typeof Settings>;

/** What a deployment may choose, lists with commas: `npx cdk deploy -c alarmEmails=audit@example.gov.uk`. */
export const settingsOf = (node: Node): Settings =>
  Settings.parse({
    siteOrigin: node.tryGetContext('siteOrigin'),
    siteCertificate: node.tryGetContext('siteCertificate'),
    callbackUrls: node.tryGetContext('callbackUrls'),
    alarmEmails: node.tryGetContext('alarmEmails'),
  });
