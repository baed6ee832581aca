/**
 * What tests ran, written down for `npm run test:tidb`, which fails on a call or a function of the storage that was never run on
 * TiDB. Off unless `WAYMARK_RAN` names a folder.
 */
import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** The setting: a folder in which each test process writes lines `<kind> <name>`. */
export const ranSetting = 'WAYMARK_RAN';

export type RanKind = 'call' | 'storage' | 'statement';

const ran = new Set<string>();

/** Something was run; told once a test file. */
export function noteRan(kind: RanKind, name: string): void {
  const folder = process.env[ranSetting];
  const line = `${kind} ${name}`;
  if (folder === undefined || ran.has(line)) return;
  ran.add(line);
  mkdirSync(folder, { recursive: true });
  appendFileSync(join(folder, `${process.pid}.txt`), `${line}\n`);
}

/** A statement without its values, lists of them and limits as one: two of a shape differ in nothing that a plan depends on. */
export function shapeOf(statement: string): string {
  return statement
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/\?(?:, ?\?)+/g, '?, …')
    .replaceAll(/\(\?, …\)(?:, ?\(\?, …\))+/g, '(?, …), …')
    .replaceAll(/\b(LIMIT|OFFSET) \d+/gi, '$1 n');
}

/** The same repositories; whichever of their functions is called is noted. */
export function notingCalls<R extends Record<string, object>>(repositories: R): R {
  const noted = Object.entries(repositories).map(([name, repository]) => {
    const functions = new Proxy(repository, {
      get(target, property, receiver) {
        const value: unknown = Reflect.get(target, property, receiver);
        if (typeof value === 'function') noteRan('storage', `${name}.${String(property)}`);
        return value;
      },
    });
    return [name, functions] as const;
  });
  return Object.fromEntries(noted) as R;
}

/** The functions of repositories, as `notingCalls` names them. */
export function functionsOf(repositories: Record<string, object>): string[] {
  return Object.entries(repositories).flatMap(([name, repository]) =>
    Object.entries(repository).flatMap(([property, value]) =>
      typeof value === 'function' ? [`${name}.${property}`] : [],
    ),
  );
}
