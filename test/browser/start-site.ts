import { rmSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { startSite } from '../../local/main';

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

/** The first port from 4300 on that is free together with the next one, which serves the frames. */
async function freePair(): Promise<number> {
  for (let port = 4300; port < 5000; port += 2) {
    if ((await isFree(port)) && (await isFree(port + 1))) return port;
  }
  throw new Error('No two neighbouring ports between 4300 and 5000 are free.');
}

/** Starts one local site with an empty data folder for all browser tests, and stops it after the last. */
export default async function startSiteForTests(): Promise<() => Promise<void>> {
  const dataDir = path.join(__dirname, '../../.local/test/browser');
  rmSync(dataDir, { recursive: true, force: true });
  const site = await startSite({ port: await freePair(), dataDir, fresh: true });
  process.env['WAYMARK_TEST_URL'] = site.url;
  return async () => {
    await site.stop();
  };
}
