import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { superviseServer } from '../processes/supervise-server';
import type { DatabaseServer } from './server';
import { findTidb } from './tidb';

const HOST = '127.0.0.1';
const START_MS = 120_000;
const CONFIG = '[log]\nlevel = "warn"\n[status]\nreport-status = false\n';

/** Starts TiDB alone, on its embedded store in `folder`. Builds it first where it is not there. Forge's limits are set by who opens a database on it. */
export async function startTidb(
  folder: string,
  options: { temporary?: readonly string[]; say?: (line: string) => void },
): Promise<DatabaseServer> {
  const command = findTidb(options.say ?? console.log);
  const config = join(folder, 'tidb.toml');
  writeFileSync(config, CONFIG);
  const port = await freePort();
  const server = await superviseServer({
    command,
    args: [
      '--store=unistore',
      `--path=${join(folder, 'data')}`,
      `--host=${HOST}`,
      '-P',
      String(port),
      '--socket=',
      '--config',
      config,
    ],
    folder,
    address: { host: HOST, port },
    startMs: START_MS,
    remove: options.temporary ?? [],
  });
  return { address: { host: HOST, port, user: 'root', password: '' }, stop: () => server.stop() };
}

/** TiDB takes no port 0: the system names a free one, which is let go for it. */
function freePort(): Promise<number> {
  return new Promise((found, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, HOST, () => {
      const address = probe.address();
      probe.close(() => found(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
