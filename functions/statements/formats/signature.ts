import { longDate } from '../../../domain/prose-dates.ts';
import type { YearEndStatement } from '../../../domain/statement/statement.ts';

/** Who answers for the figures: filled in once certified, else lines to sign on. */
export type Signature = {
  readonly title: string;
  readonly declaration: string;
  readonly lines: readonly { readonly label: string; readonly value: string }[];
};

export function signatureOf({ integrity, status, version }: YearEndStatement): Signature {
  const { certification } = integrity;
  const { name = '', role = '', certifiedOn, note } = certification ?? {};
  return {
    title: 'Certificate of the chief finance officer',
    declaration:
      certification !== undefined
        ? 'Certified: the figures of this statement, whose hash stands at its foot.'
        : status === 'certified'
          ? `This is not the signed document: ask for version ${version}, which is certified.`
          : 'This statement has not been certified.',
    lines: [
      ...(certification === undefined ? [{ label: 'Signed', value: '' }] : []),
      { label: 'Name', value: name },
      { label: 'Role', value: role },
      { label: 'Date', value: certifiedOn === undefined ? '' : longDate(certifiedOn) },
      ...(note === undefined ? [] : [{ label: 'Note', value: note }]),
    ],
  };
}
