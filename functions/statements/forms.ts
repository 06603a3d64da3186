import type { Buffer } from 'node:buffer';
import type { YearEndStatement } from '../../domain/statement/statement.ts';
import type { Answer } from '../http/bound.ts';
import { digest } from '../store/digest.ts';
import { fileNameOf, rendered, type StatementType, statementPolicy, statementTypes } from './formats/formats.ts';

/** A statement in one of its forms. */
export type Form = {
  readonly bytes: Buffer;
  readonly contentType: StatementType;
  readonly fileName: string;
  readonly etag: string;
};

/** The form that was agreed on, which is one of those on offer. */
export function formOf(contentType: string): StatementType {
  const form = statementTypes.find((one) => one === contentType);
  if (form === undefined) throw new Error(`no statement is made as ${contentType}`);
  return form;
}

/** A statement as it stands, in the form that was agreed on. */
export async function formAnswer(statement: YearEndStatement, contentType: StatementType): Promise<Answer> {
  const bytes = await rendered(statement, contentType);
  const etag = `"${digest({ contentType, statement }).slice(0, 32)}"`;
  return documentAnswer({
    bytes,
    contentType,
    fileName: fileNameOf({ ...statement, isSigned: false }, contentType),
    etag,
  });
}

/** What people look at opens where they are; what they work with is saved under a name that says what it is. */
export function documentAnswer({ bytes, contentType, fileName, etag }: Form): Answer {
  const isText = contentType === 'application/json';
  const disposition = contentType === 'application/pdf' || contentType === 'text/html' ? 'inline' : 'attachment';
  return {
    status: 200,
    body: isText ? bytes.toString('utf8') : bytes,
    headers: {
      'content-type': contentType.startsWith('text/') ? `${contentType}; charset=utf-8` : contentType,
      ...(isText ? {} : { 'content-disposition': `${disposition}; filename="${fileName}"` }),
      ...(contentType === 'text/html' ? { 'content-security-policy': statementPolicy } : {}),
      etag,
      vary: 'Accept',
    },
  };
}
