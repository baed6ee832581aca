import type { Json } from '../contracts';
import { nameOf, NotModelled } from './product-door';
import type { QueueDoor } from './queues';
import type { SqlDoor, SqlRequest } from './sql-door';

interface ForgeGlobals {
  __forge_fetch__?: (meta: { [name: string]: Json }, path: string, init?: SqlRequest) => Promise<Response>;
  __forge_runtime__?: object;
}

/**
 * Puts a door behind the real @forge/sql in this process, for tests without worker threads, and one behind @forge/events when
 * `queues` is given. Any other request to the platform rejects with NotModelled.
 */
export function installSqlDoor(door: SqlDoor, queues?: QueueDoor): void {
  const forge: ForgeGlobals & typeof globalThis = globalThis;
  forge.__forge_fetch__ = async (meta, path, init = {}) => {
    if (meta.type === 'sql') return door(path, init);
    const { method = 'GET', body = null } = init;
    if (meta.remote === 'stargate' && queues) return queues({ meta, path, method, headers: [], body });
    throw new NotModelled(`${nameOf(meta.type)} ${path}`);
  };
  const none = (): void => undefined;
  const counter = (): object => ({ incr: none, incrBy: none, decr: none, decrBy: none });
  forge.__forge_runtime__ = {
    appContext: {},
    lambdaContext: {},
    metrics: { counter, timing: () => ({ measure: () => ({ stop: none }) }), gauge: () => ({ set: none }) },
  };
}
