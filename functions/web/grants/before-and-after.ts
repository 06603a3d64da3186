import type { Text } from '../page/text.ts';
import type { Block } from '../page/view.ts';

/** What a form would change of a grant itself. */
export const beforeAndAfter = (rows: readonly (readonly [what: string, before: Text, after: Text])[]): Block => ({
  kind: 'table',
  caption: 'What changes of the grant',
  empty: '',
  columns: [
    { label: 'Amount of the grant' },
    { label: 'Before', isNumeric: true },
    { label: 'After', isNumeric: true },
  ],
  rows,
});
