import { rmSync } from 'node:fs';
import path from 'node:path';
import fastify from 'fastify';
import { build } from 'vite';
import { z } from 'zod';
import { createClock } from '../../../local/control/clock';
import { createRecorder } from '../../../local/control/recorder';
import { SITE_IDS } from '../../../local/forge/backend';
import { readManifest } from '../../../local/forge/manifest';
import { createFramesServer, registerShell } from '../../../local/frames/register';
import { registerProducts } from '../../../local/site/register';
import type { Json } from '../../../local/contracts';

const root = path.join(__dirname, '../../..');
const folder = path.join(root, '.local/test/bridge');
const invokeBody = z.object({ functionKey: z.string(), payload: z.json().optional() });
const exportBody = z.object({
  payload: z.object({ extensionPayload: z.object({ config: z.record(z.string(), z.string()) }) }),
});

export interface BridgeSite {
  url: string;
  globalPage: string;
  wikiPage: string;
  /** The origin header of every request to Jira so far. */
  origins: string[];
  stop(): Promise<void>;
}

/**
 * The site around a page that only lays the real bridge packages open: the real shell, frames and products, with
 * answers of its own where the app's backend would be. `epoch` is the site's date.
 */
export async function startBridgeSite(port: number, epoch: string): Promise<BridgeSite> {
  rmSync(folder, { recursive: true, force: true });
  await build({
    root: path.join(__dirname, 'bridge-page'),
    configFile: false,
    base: './',
    logLevel: 'warn',
    build: { outDir: path.join(folder, 'dist'), emptyOutDir: true },
  });
  const manifest = readManifest(path.join(root, 'manifest.yml'));
  const [url, framesUrl] = [`http://127.0.0.1:${port}`, `http://127.0.0.1:${port + 1}`];
  const clock = createClock();
  clock.set(new Date(epoch));
  const recorder = createRecorder(() => undefined);
  const origins: string[] = [];
  const app = fastify({ forceCloseConnections: true });
  app.addHook('onRequest', async (request) => {
    if (request.url === '/rest/api/3/myself') origins.push(String(request.headers['x-waymark-local-origin']));
  });
  app.post('/_local/frame/invoke', async (request, reply) => {
    const { functionKey, payload } = invokeBody.parse(request.body);
    if (functionKey === 'fails') return reply.code(500).send({ error: { message: 'It failed.' } });
    return { functionKey, payload };
  });
  app.post('/_local/frame/panel-status', () => ({
    status: { type: 'lozenge', value: { label: 'KR-3 · behind', type: 'moved' } },
  }));
  app.post('/_local/frame/macro-export', (request): Json => {
    const { config } = exportBody.parse(request.body).payload.extensionPayload;
    const text = `Exported ${config['keyResult'] ?? 'nothing'}`;
    return { type: 'doc', version: 1, content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] };
  });
  const products = registerProducts(app, {
    dataDir: path.join(folder, 'products'),
    fresh: true,
    siteUrl: url,
    clock,
    emit: () => undefined,
    recorder,
  });
  const deps = {
    ...{ siteUrl: url, framesUrl, port, framesPort: port + 1, clock },
    modules: manifest.modules,
    permissions: manifest.permissions,
    people: products.people,
    appDist: path.join(folder, 'dist'),
    shellDist: path.join(root, '.local/build/shell'),
    ids: { appId: manifest.appId, ...SITE_IDS },
  };
  await registerShell(app, deps);
  const frames = await createFramesServer(deps);
  await app.listen({ port, host: '127.0.0.1' });
  await frames.listen({ port: port + 1, host: '127.0.0.1' });
  const appId = manifest.appId.slice(manifest.appId.lastIndexOf('/') + 1);
  return {
    url,
    globalPage: `${url}/jira/apps/${appId}/${SITE_IDS.environmentId}`,
    wikiPage: url + (products.urls?.['page'] ?? ''),
    origins,
    stop: async () => {
      await products.stop();
      await app.close();
      await frames.close();
    },
  };
}
