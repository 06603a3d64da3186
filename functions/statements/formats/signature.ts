import type { YearEndStatement } from '../../../domain/statement/statement.ts';
import { longDate } from './print.ts';

/** Who answers for the figures: filled in once certified, else lines to sign on. */
export type Signature = {
  readonly title: string;
  readonly declaration: string;
  readonly lines: readonly { readonly label: string; readonly value: string }[];
};

export function signatureOf({ integrity, status }: YearEndStatement): Signature {
  const { certification } = integrity;
  const { name = '', role = '', certifiedOn, note } = certification ?? {};
  return {
    title: 'Certificate of the chief finance officer',
    declaration:
      certification === undefined && status !== 'certified'
        ? 'This statement has not been certified.'
        : 'Certified: the figures of this statement, whose hash stands at its foot.',
    lines: [
      ...(certification === undefined ? [{ label: 'Signed', value: '' }] : []),
      { label: 'Name', value: name },
      { label: 'Role', value: role },
      { label: 'Date', value: certifiedOn === undefined ? '' : longDate(certifiedOn) },
      ...(note === undefined ? [] : [{ label: 'Note', value: note }]),
    ],
  };
}
