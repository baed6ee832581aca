import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { superviseServer } from '../processes/supervise-server';
import type { DatabaseServer } from './server';
import { findTidb } from './tidb';

const HOST = '127.0.0.1';
const START_MS = 120_000;
const CONFIG = '[log]\nlevel = "warn"\n[status]\nreport-status = false\n';

/** Forge kills a query at 16 MiB; whether it may spill to disk before is not documented, so here it may not. */
const FORGE_LIMITS = ['tidb_mem_quota_query = 16777216', 'tidb_enable_tmp_storage_on_oom = OFF'];

/** Starts TiDB alone, on its embedded store in `folder`, with the limits of Forge SQL. Builds it first where it is not there. */
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
  const admin = await createConnection({ host: HOST, port, user: 'root' });
  try {
    for (const limit of FORGE_LIMITS) await admin.query(`SET GLOBAL ${limit}`);
  } finally {
    await admin.end();
  }
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
