import { readFileSync } from 'node:fs';
import { createConnection, type NetConnectOpts } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { supervise, type Supervised } from './supervise';

const START_MS = 30_000;

/**
 * Starts a server on `folder`, which has to be on its command line, and waits until it takes connections at `address`. Its
 * output goes to `folder`/server.log. Call `endLeftOver(folder)` before. `remove` are folders that go with a server whose data nobody needs:
 * that one is killed, which is quicker.
 */
export async function superviseServer(options: {
  command: string;
  args: readonly string[];
  env?: Readonly<Record<string, string>>;
  folder: string;
  address: NetConnectOpts;
  remove?: readonly string[];
  startMs?: number;
}): Promise<Supervised> {
  const { command, args, env = {}, folder, remove = [] } = options;
  const log = join(folder, 'server.log');
  const endWith = remove.length > 0 ? 'SIGKILL' : 'SIGTERM';
  const server = supervise({ program: { command, args, env }, folder, log, endWith, remove });
  const until = performance.now() + (options.startMs ?? START_MS);
  while (!(await listens(options.address))) {
    if (server.hasEnded() || performance.now() > until) {
      const last = endOfLog(log);
      await server.stop();
      throw new Error(`${command} did not start; the end of ${log}:\n${last}`);
    }
    await pause(20);
  }
  return server;
}

/** The last lines of a log, for a message. */
export function endOfLog(log: string): string {
  return readFileSync(log, 'utf8').trim().split('\n').slice(-5).join('\n');
}

function listens(address: NetConnectOpts): Promise<boolean> {
  return new Promise((answer) => {
    const socket = createConnection(address);
    socket.once('connect', () => {
      socket.destroy();
      answer(true);
    });
    socket.once('error', () => answer(false));
  });
}
