import { NotModelled } from './product-door';
import type { SqlDoor, SqlRequest } from './sql-door';

interface ForgeGlobals {
  __forge_fetch__?: (meta: { type?: string }, path: string, init?: SqlRequest) => Promise<Response>;
  __forge_runtime__?: object;
}

/**
 * Puts a door behind the real @forge/sql in this process, for tests without worker threads.
 * Any other request to the platform rejects with NotModelled.
 */
export function installSqlDoor(door: SqlDoor): void {
  const forge: ForgeGlobals & typeof globalThis = globalThis;
  forge.__forge_fetch__ = async (meta, path, init = {}) => {
    if (meta.type !== 'sql') throw new NotModelled(`${meta.type ?? 'a request'} ${path}`);
    return door(path, init);
  };
  const none = (): void => undefined;
  const counter = (): object => ({ incr: none, incrBy: none, decr: none, decrBy: none });
  forge.__forge_runtime__ = {
    appContext: {},
    lambdaContext: {},
    metrics: { counter, timing: () => ({ measure: () => ({ stop: none }) }), gauge: () => ({ set: none }) },
  };
}
