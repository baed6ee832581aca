import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import fastify, { type FastifyInstance } from 'fastify';
import { ZodError } from 'zod';
import { buildSite } from './build-site';
import type { ProductEvent } from './contracts';
import { createClock } from './control/clock';
import { createFaults, type FaultPlan } from './control/faults';
import { createRecorder } from './control/recorder';
import { watchRest } from './control/rest-watch';
import { registerControl } from './control/routes';
import { openDatabase, type AffectedRows, type Database } from './database/database';
import { chosenDatabase, startDatabaseServer, type DatabaseKind } from './database/server';
import { SITE_IDS, startBackend } from './forge/backend';
import { createEvents, type Events } from './forge/events';
import { moduleNamed, readManifest } from './forge/manifest';
import { createQueues, startDelivery, type Queues } from './forge/queues';
import { startSchedules } from './forge/schedules';
import { createSqlDoor } from './forge/sql-door';
import { createFramesServer, registerShell } from './frames/register';
import { surfaceUrls } from './frames/urls';
import { registerProducts } from './site/register';

/** Forge allows 25, so that a new site's tables take it a little more than a minute; here they are made at once. */
const DDL_A_MINUTE = 60;

export interface SiteOptions {
  readonly port: number;
  readonly framesPort?: number;
  /** The folder for the site's data, and nothing else's. */
  readonly dataDir: string;
  /** Throws the data of earlier starts away. */
  readonly fresh?: boolean;
  /** What `WAYMARK_DATABASE` names when it is not given, else MariaDB. A data folder belongs to one kind. */
  readonly databaseKind?: DatabaseKind;
  /** The data folder goes when the site stops, and when this process ends in whatever way. */
  readonly temporary?: boolean;
  readonly affectedRows?: AffectedRows;
  /** The site's time at its start, from which it runs on; without it, the machine's. Its products' data is dated back from it. */
  readonly now?: Date;
  /** Planned before the app hears of its installation: its first migrations can fail. */
  readonly faults?: readonly FaultPlan[];
  readonly say?: (line: string) => void;
}

export interface Site {
  readonly url: string;
  readonly framesUrl: string;
  /** The app's own database: worlds too large to be made by people's calls are put there. */
  readonly database: Database;
  /** Stops everything the site started; its data stays. */
  stop(): Promise<void>;
}

/** Somebody else listens on the port. The message says what to do. */
export class PortTaken extends Error {
  override readonly name = 'PortTaken';
}

/** Undoes one step of the start. */
type Undo = () => unknown;

const ROOT = join(__dirname, '..');
const HOST = '127.0.0.1';
/** Bodies of the products' API; the bridge's own limits are checked where they hold. */
const BODY_LIMIT = 20 * 1024 * 1024;

/**
 * Starts the whole site: builds what changed, starts the database, the products, the backend and both
 * servers, and tells the app of its installation when its data is new, or of an upgrade when its code is.
 */
export async function startSite(options: SiteOptions): Promise<Site> {
  const say = options.say ?? (() => undefined);
  const framesPort = options.framesPort ?? options.port + 1;
  await freePort(options.port, 'PORT');
  await freePort(framesPort, 'FRAMES_PORT');
  const undo: Undo[] = [];
  const stop = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const database = await start({ ...options, framesPort, say }, undo);
    const url = `http://${HOST}:${options.port}`;
    return { url, framesUrl: `http://${HOST}:${framesPort}`, database, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function start(
  options: SiteOptions & { framesPort: number; say: (line: string) => void },
  undo: Undo[],
): Promise<Database> {
  const { port, framesPort, say } = options;
  const siteUrl = `http://${HOST}:${port}`;
  const framesUrl = `http://${HOST}:${framesPort}`;
  const dataDir = resolve(options.dataDir);
  const deploymentFile = join(dataDir, 'deployment');
  const fresh = options.fresh ?? false;
  mkdirSync(dataDir, { recursive: true });
  if (fresh) rmSync(deploymentFile, { force: true });

  const manifest = readManifest(join(ROOT, 'manifest.yml'));
  const built = await buildSite(say);
  const temporary = options.temporary ? [dataDir] : [];
  undo.push(async () => temporary.forEach((folder) => rmSync(folder, { recursive: true, force: true })));
  const server = await startDatabaseServer({
    folder: join(dataDir, 'database'),
    kind: options.databaseKind ?? chosenDatabase() ?? 'mariadb',
    fresh,
    temporary,
    say,
  });
  undo.push(() => server.stop());
  const database = await openDatabase(server.address, 'waymark', fresh);
  undo.push(() => database.close());

  const clock = createClock();
  if (options.now) clock.set(options.now);
  const faults = createFaults();
  for (const plan of options.faults ?? []) faults.plan(plan);
  const recorder = createRecorder((message) => say(`! ${message}`));
  const sql = createSqlDoor({
    database,
    recorder,
    faults,
    clock,
    affectedRows: options.affectedRows ?? 'changed',
    limits: { ddlPerMinute: DDL_A_MINUTE },
  });
  const logPath = join(dataDir, 'backend.log');
  const { backend: bundle } = built;
  const queues = createQueues({
    manifest,
    clock,
    recorder,
    faults,
    run: (consumer, payload) => backend.runModule(consumer, 'function', payload),
  });
  const backend = startBackend({
    ...{ backend: bundle, manifest, siteUrl, sql, clock, recorder, faults, logPath },
    queues: queues.door,
  });
  undo.push(() => backend.stop());

  const app = fastify({ bodyLimit: BODY_LIMIT, forceCloseConnections: true });
  answerErrors(app);
  allowEmptyBodies(app);
  watchRest(app, recorder, faults);
  let events: Events | null = null;
  const emit = (event: ProductEvent): void => events?.emit(event);
  const products = registerProducts(app, {
    dataDir: join(dataDir, 'products'),
    fresh,
    siteUrl,
    clock,
    emit,
    callJqlFunction: async (key, payload) => {
      const outcome = await backend.runModule(moduleNamed(manifest, key), 'function', payload);
      if (!outcome.ok) recorder.problem(`The JQL function ${key} failed: ${outcome.message}`);
      return outcome.ok ? (outcome.body ?? null) : null;
    },
    recorder,
  });
  undo.push(() => products.stop());
  const issueProperty = (issueId: string, key: string) => products.issueProperty(issueId, key);
  events = createEvents({ manifest, backend, recorder, issueProperty });
  const schedules = startSchedules({ manifest, backend, clock, recorder });
  undo.push(() => schedules.stop(), startDelivery(queues, recorder));

  const ids = { appId: manifest.appId, ...SITE_IDS };
  const surfaces = (): { readonly [name: string]: string } => ({
    ...surfaceUrls(siteUrl, { ...ids }),
    ...Object.fromEntries(Object.entries(products.urls ?? {}).map(([name, path]) => [name, siteUrl + path])),
  });
  registerControl(app, {
    ...{
      backend,
      manifest,
      events,
      queues,
      schedules,
      clock,
      recorder,
      faults,
      products,
      siteUrl,
      framesUrl,
      surfaces,
    },
  });
  const { appDist, shellDist } = built;
  const { modules, permissions } = manifest;
  const shell = {
    siteUrl,
    framesUrl,
    port,
    framesPort,
    modules,
    permissions,
    people: products.people,
    clock,
    appDist,
    shellDist,
    ids,
  };
  await registerShell(app, shell);
  const frames = await createFramesServer(shell);
  undo.push(
    () => app.close(),
    () => frames.close(),
  );
  await app.listen({ port, host: HOST });
  await frames.listen({ port: framesPort, host: HOST });
  await backend.loaded();
  await announce(events, queues, deploymentFile, built.backendHash);
  return database;
}

/**
 * Forge tells an app when it is installed and when a new version of it arrives. What the app puts off then, it puts off in a queue,
 * which is emptied at once: nobody should wait a minute for a site of their own.
 */
async function announce(events: Events, queues: Queues, deploymentFile: string, hash: string): Promise<void> {
  const before = existsSync(deploymentFile) ? readFileSync(deploymentFile, 'utf8') : null;
  if (before === hash) return;
  const name = before === null ? 'avi:forge:installed:app' : 'avi:forge:upgraded:app';
  const body = {
    id: SITE_IDS.installationId,
    app: { id: readManifest(join(ROOT, 'manifest.yml')).appId, version: '1.0.0' },
    environment: { id: SITE_IDS.environmentId },
  };
  const deliveries = await events.deliver([{ name, body }], { times: 1, order: 'as-sent' });
  await queues.drain({ times: 1, order: 'as-sent' });
  if (deliveries.every(({ outcome }) => outcome.ok)) writeFileSync(deploymentFile, hash);
}

function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler(async (error, _request, reply) => {
    if (error instanceof ZodError) {
      const [issue] = error.issues;
      const where = issue?.path.join('.') ?? '';
      return reply
        .code(400)
        .send({ error: { message: `${where || 'The body'}: ${issue?.message ?? 'not understood'}` } });
    }
    const message = error instanceof Error ? error.message : String(error);
    const known = error instanceof Error && 'statusCode' in error ? error.statusCode : null;
    const statusCode = typeof known === 'number' ? known : 500;
    return reply.code(statusCode).send({ error: { message } });
  });
}

/** A POST that needs no body may say JSON and send none. */
function allowEmptyBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined);
    else void parse(request, typeof body === 'string' ? body : body.toString('utf8'), done);
  });
}

async function freePort(port: number, variable: string): Promise<void> {
  await new Promise<void>((free, taken) => {
    const probe = createServer();
    probe.once('error', (error) => {
      const inUse = 'code' in error && error.code === 'EADDRINUSE';
      const advice = `Port ${port} is taken by another program. Choose another: ${variable}=${port + 10} npm start`;
      taken(inUse ? new PortTaken(advice) : error);
    });
    probe.listen(port, HOST, () => probe.close(() => free()));
  });
}
