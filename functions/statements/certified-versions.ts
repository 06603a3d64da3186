import { z } from 'zod';
import { onlyOne } from '../../domain/ledger/records.ts';
import { found } from '../../domain/refusal.ts';
import { StatementChange } from '../../domain/statement/changes.ts';
import { Prose } from '../../domain/text.ts';
import type { Year } from '../../domain/year-end/year.ts';
import type { Deps } from '../http/deps.ts';
import { LedgerReader } from '../store/ledger-reader.ts';
import type { StatementType } from './formats/formats.ts';
import { fileNameOf } from './formats/formats.ts';
import type { Form } from './forms.ts';

type OfYear = { readonly partnershipId: string; readonly financialYear: string };
type Version = Year['versions'][number];

/** The certified versions of a year, oldest first; none where nothing of the year was certified. */
export async function versionsOf({ database }: Deps, { partnershipId, financialYear }: OfYear): Promise<Version[]> {
  const reader = new LedgerReader(database, partnershipId);
  await reader.lookUp([
    { record: 'partnership', id: onlyOne },
    { record: 'year', id: financialYear },
  ]);
  found(reader.state.get('partnership', onlyOne), 'partnership', '');
  return reader.state.get('year', financialYear)?.versions ?? [];
}

/** A certified version in one of its forms: the bytes that were kept when it was signed. */
export async function certifiedDocument(
  deps: Deps,
  year: OfYear,
  number: number,
  contentType: StatementType,
): Promise<Form> {
  const version = found(
    (await versionsOf(deps, year)).find(({ version: one }) => one === number),
    'certified version',
    String(number),
  );
  const { hash } = found(
    version.documents.find((document) => document.contentType === contentType),
    'form of this version',
    contentType,
  );
  const fileName = fileNameOf({ ...year, status: 'certified', version: number, isSigned: true }, contentType);
  return { bytes: await deps.documents.kept(hash), contentType, fileName, etag: `"${hash}"` };
}

// What of a kept document is read again; however statements may come to look.
const Signed = z.object({
  integrity: z.object({
    certification: z.object({ note: Prose.exactOptional() }),
    changes: z.array(StatementChange).default([]),
  }),
});

/** A version with what had changed since the one before, as its own document says. */
export async function withChanges(
  { documents }: Deps,
  { partnershipId, financialYear }: OfYear,
  version: Version,
): Promise<object> {
  const { integrity } = Signed.parse(JSON.parse((await documents.kept(version.documentHash)).toString('utf8')));
  const { certifiedBy: _, ...certified } = version;
  return {
    ...certified,
    ...integrity.certification,
    financialYear,
    changes: integrity.changes,
    link: `/v1/partnerships/${partnershipId}/years/${financialYear}/statement?version=${version.version}`,
  };
}
