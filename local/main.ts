import './check-node';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { NoDatabaseServer } from './database/find-server';
import { chosenDatabase, databaseNamed, type DatabaseKind } from './database/server';
import { NoTidb } from './database/tidb';
import { FolderInUse } from './processes/left-over';
import { PortTaken, startSite } from './start-site';

export { startSite, type Site, type SiteOptions } from './start-site';

/** npm hands signals on, but not the one that kills it: its site would keep the port for ever. The script's exec makes npm the parent. */
function whenParentDies(stop: () => void): void {
  if (process.env.npm_lifecycle_event !== 'start') return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) stop();
  }, 1000).unref();
}

/** `npm start`: the whole site until Ctrl-C. `-- --fresh` throws earlier data away; `-- --database tidb` runs it on TiDB. */
async function main(): Promise<void> {
  const begun = Date.now();
  const { fresh, database } = chosenOptions();
  const port = Number(process.env.PORT ?? 3000);
  const site = await startSite({
    port,
    framesPort: Number(process.env.FRAMES_PORT ?? port + 1),
    dataDir:
      process.env.WAYMARK_DATA ?? join(__dirname, database === 'tidb' ? '../.local/on-tidb' : '../.local'),
    fresh,
    databaseKind: database,
    affectedRows: process.env.WAYMARK_AFFECTED_ROWS === 'found' ? 'found' : 'changed',
    say: (line) => console.log(line),
  });
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    console.log('\nStopping …');
    void site.stop().then(() => process.exit(0));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  whenParentDies(stop);
  console.log(`Started in ${((Date.now() - begun) / 1000).toFixed(1)} s. Ctrl-C stops it; its data stays.`);
  console.log(`Waymark is ready: ${site.url}`);
}

/** A command line that says something else than what there is. The message says what there is. */
class UnknownOption extends Error {}

function chosenOptions(): { fresh: boolean; database: DatabaseKind } {
  try {
    const options = { fresh: { type: 'boolean', default: false }, database: { type: 'string' } } as const;
    const { fresh, database } = parseArgs({ options }).values;
    return { fresh, database: databaseNamed(database) ?? chosenDatabase() ?? 'mariadb' };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UnknownOption(`${reason}\nnpm start -- [--fresh] [--database tidb|mariadb]`);
  }
}

if (require.main === module) {
  main().catch((error: unknown) => {
    const expected = [PortTaken, NoDatabaseServer, NoTidb, FolderInUse, UnknownOption].some(
      (kind) => error instanceof kind,
    );
    console.error(
      expected || !(error instanceof Error)
        ? String(error instanceof Error ? error.message : error)
        : error.stack,
    );
    process.exit(1);
  });
}
