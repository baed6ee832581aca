import { createServer } from 'node:net';
import type { FaultPlan } from '../../local/control/faults';
import { beginsOnTestDay, timeOfSites } from './builders/days';
import { buildSite } from '../../local/build-site';
import { startSite, type Site } from '../../local/main';
import { makeTemporaryFolder, removeLeftOver } from '../../local/processes/temporary-folder';

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

/** The first port from `from` on that is free together with the next one, which serves the frames. */
export async function freePair(from: number): Promise<number> {
  for (let port = from; port < from + 400; port += 2) {
    if ((await isFree(port)) && (await isFree(port + 1))) return port;
  }
  throw new Error(`No two neighbouring ports between ${from} and ${from + 400} are free.`);
}

/**
 * Starts a local site of its own on the tests' day, with an empty data folder; ports are looked for from `from` on. `faults` befall it
 * from its start on, the app's installation included.
 */
export async function startFreshSite(from: number, faults: readonly FaultPlan[] = []): Promise<Site> {
  const port = await freePair(from);
  const dataDir = makeTemporaryFolder('quickest');
  return startSite({ port, dataDir, fresh: true, temporary: true, faults, now: timeOfSites() });
}

/** Where a worker of Playwright looks for ports: for the site its tests share, and for a site of one test's own. */
export function portsOf(worker: number): { shared: number; own: number } {
  return { shared: 4300 + worker * 200, own: 4400 + worker * 200 };
}

/** Builds what the sites serve, once for all workers, and removes what killed runs have left. */
export default async function buildForTests(): Promise<void> {
  beginsOnTestDay();
  await removeLeftOver();
  await buildSite();
}
