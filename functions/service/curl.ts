import type { Placed } from './docs-operation.ts';
import { examples } from './examples.ts';

/** A call to copy into a shell, where the operation has an example. */
export function curl({ method, path, operation }: Placed): string | undefined {
  const example = examples.get(operation.operationId);
  if (example === undefined) return undefined;
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) => example.path[name] ?? name);
  const query = example.query === undefined ? '' : `?${example.query}`;
  const json = JSON.stringify(example.body, undefined, 2);
  const parts = [
    `curl "$SERVICE${address}${query}"`,
    '--header "Authorization: Bearer $TOKEN"',
    ...(method === 'POST' ? ['--header "Idempotency-Key: $(uuidgen)"'] : []),
    ...(json === undefined ? [] : ['--header "Content-Type: application/json"', `--data '${quoted(json)}'`]),
  ];
  return parts.join(' \\\n  ');
}

const quoted = (text: string): string => text.replaceAll("'", "'\\''");
