import { readFile } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import { load } from 'cheerio';
import fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import type { ShellDeps } from '../contracts';
import { contentSecurityPolicy } from './csp';
import { frameFolder, type SiteSettings } from './site-settings';
import { registerThemes } from './themes';

const noStore = 'no-store';
const bridgePath = '/_bridge/bridge.js';

/**
 * Serves the site's own pages: the built shell for every path nobody else answers (`/rest/…`, `/wiki/api/…` and
 * `/_local/…` must be registered on the same app). What the shell must know of the site stands in its page.
 */
export async function registerShell(app: FastifyInstance, deps: ShellDeps): Promise<void> {
  await registerThemes(app);
  await app.register(fastifyStatic, {
    root: join(deps.shellDist, 'assets'),
    prefix: '/_shell/assets/',
    decorateReply: false,
    immutable: true,
    maxAge: '1h',
  });
  app.get('/', (_request, reply) => reply.redirect('/jira/your-work'));
  app.setNotFoundHandler(async (request, reply) => {
    if (request.method !== 'GET' || isServicePath(request.url)) {
      return reply.code(404).send({ error: { message: `NotModelled: ${request.method} ${request.url}` } });
    }
    const page = await readFile(join(deps.shellDist, 'index.html'), 'utf8');
    return sendPage(
      reply,
      page.replace('{{settings}}', () => scriptSafe(JSON.stringify(settings(deps)))),
    );
  });
}

/**
 * Another port is not another site to a browser, and frames of one site share their page's process. Forge serves frames
 * from a site of their own: there neither waits for the other's scripts, so neither may here.
 */
const ownProcess = '?1';

/**
 * The second port: the shipped browser bundle under production's Content-Security-Policy. A port of its own because
 * a frame of the site's own origin could reach into the page around it. The bridge's script is put first in `<head>`
 * of every page, and nothing else is changed.
 */
export async function createFramesServer(deps: ShellDeps): Promise<FastifyInstance> {
  const app = fastify();
  await registerThemes(app);
  app.get(bridgePath, async (_request, reply) => {
    const script = await readFile(join(deps.shellDist, 'bridge.js'), 'utf8');
    return reply.type('text/javascript; charset=utf-8').header('cache-control', noStore).send(script);
  });
  await app.register(fastifyStatic, { root: resolve(deps.appDist), serve: false });
  const folder = frameFolder(deps.ids, ':resource');
  app.get<{ Params: { resource: string; '*': string } }>(`${folder}/*`, async (request, reply) => {
    const file = request.params['*'] === '' ? 'index.html' : request.params['*'];
    if (!file.endsWith('.html')) return reply.sendFile(file);
    const page = await readPage(deps.appDist, file);
    if (page === undefined) return reply.code(404).send('The app has no such page.');
    const policy = contentSecurityPolicy(page, deps.permissions, deps.siteUrl);
    reply.header('content-security-policy', policy).header('origin-agent-cluster', ownProcess);
    return sendPage(reply, withBridge(page, deps));
  });
  return app;
}

function settings(deps: ShellDeps): SiteSettings {
  const { siteUrl, framesUrl, ids, modules } = deps;
  return { siteUrl, framesUrl, ids, modules, now: deps.clock.now().toISOString() };
}

function withBridge(page: string, deps: ShellDeps): string {
  const document = load(page);
  const script = document('<script></script>').attr({
    src: bridgePath,
    'data-site': deps.siteUrl,
    'data-now': String(deps.clock.now().getTime()),
  });
  document('head').prepend(script);
  return document.html();
}

async function readPage(folder: string, file: string): Promise<string | undefined> {
  const root = resolve(folder);
  const path = resolve(root, file);
  if (!path.startsWith(root + sep)) return undefined;
  return readFile(path, 'utf8').catch(() => undefined);
}

function sendPage(reply: FastifyReply, html: string): FastifyReply {
  return reply.type('text/html; charset=utf-8').header('cache-control', noStore).send(html);
}

function isServicePath(url: string): boolean {
  return /^\/(rest|_local|_site|_shell|_themes|wiki\/api|wiki\/rest)\//.test(url);
}

function scriptSafe(json: string): string {
  return json.replace(/</g, '\\u003c');
}
