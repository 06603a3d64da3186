import type { ServerResponse } from 'node:http';

const statuses = {
  AccessDenied: 403,
  SignatureDoesNotMatch: 403,
  RequestTimeTooSkewed: 403,
  BadDigest: 400,
  InvalidRequest: 400,
  NoSuchKey: 404,
  MethodNotAllowed: 405,
  PreconditionFailed: 412,
} as const;

export type StorageFault = keyof typeof statuses;

/** As S3 says it: in XML, by a code that the SDK makes the error's name. */
export function answerFault(response: ServerResponse, code: StorageFault): void {
  response.writeHead(statuses[code], { 'content-type': 'application/xml' });
  response.end(`<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`);
}
