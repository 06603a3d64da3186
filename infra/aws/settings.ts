import type { Node } from 'constructs';
import { z } from 'zod';

const List = z.string().transform((text) => text.split(',').map((item) => item.trim()));

const Settings = z.object({
  /** Where Cognito may send people after they have signed in or out. */
  callbackUrls: List.pipe(z.array(z.url({ protocol: /^https?$/ }))).default(['http://localhost:3000/signed-in']),
  /** Who is told when an alarm goes off; each address has to confirm once. */
  alarmEmails: List.pipe(z.array(z.email())).default([]),
});

export type Settings = z.infer<typeof Settings>;

/** What a deployment may choose, as lists with commas: `npx cdk deploy -c alarmEmails=audit@example.gov.uk`. */
export const settingsOf = (node: Node): Settings =>
  Settings.parse({
    callbackUrls: node.tryGetContext('callbackUrls'),
    alarmEmails: node.tryGetContext('alarmEmails'),
  });
