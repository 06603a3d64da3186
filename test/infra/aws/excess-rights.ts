import { idAt, type TemplateJson } from './synthesised.ts';
import { tableActions } from './table-actions.ts';

const reading = ['GetItem', 'BatchGetItem', 'Query'];

/** The most that anyone may do to each table; of the events, only what serves them reads. */
const most = {
  Records: [...reading, 'PutItem', 'ConditionCheckItem'],
  Journal: [...reading, 'PutItem', 'ConditionCheckItem'],
  Events: ['PutItem'],
  Sessions: [],
} as const;

/** What the pages may do to sessions, one by one, and nobody else may. */
const ofPages = ['GetItem', 'PutItem', 'DeleteItem'];

const polling = ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'];

/** Every right on a table that nobody should have, in words; none, if the promises hold. */
export const excessRights = (template: TemplateJson): readonly string[] => {
  const watcher = idAt(template, 'AppendOnly/Watcher/Role');
  const readerOfEvents = idAt(template, 'Functions/audit/Role');
  const pages = idAt(template, 'Functions/web/Role');
  return Object.entries(most).flatMap(([name, allowed]) =>
    tableActions(template, [idAt(template, name)])
      .filter(({ holder, part, action }) => {
        if (name === 'Events' && part === 'table' && action === 'Query') return holder !== readerOfEvents;
        if (name === 'Sessions' && part === 'table' && ofPages.includes(action)) return holder !== pages;
        if (part === 'stream') return holder !== watcher || !polling.includes(action);
        return part !== 'table' || holder === watcher || !(allowed as readonly string[]).includes(action);
      })
      .map(({ holder, part, action }) => `${holder} may ${action} on the ${part} of ${name}`),
  );
};
