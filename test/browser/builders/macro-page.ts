import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { z } from 'zod';
import { writeMacroConfig, type MacroConfig } from '../../../src/domain/macro-config';
import { SITE_IDS } from '../../../local/forge/backend';
import { readManifest } from '../../../local/forge/manifest';
import { extensionKey } from '../../../local/frames/site-settings';
import { people } from './people';
import type { SiteClient } from './site-client';

const spaces = z.object({ results: z.array(z.object({ id: z.string(), key: z.string() })) });
const created = z.object({ id: z.string() });

/** Publishes a page with a sentence and the macro beneath it, as Confluence's editor would; answers its path. */
export async function publishMacroPage(
  site: SiteClient,
  { title, sentence, config }: { title: string; sentence: string; config: MacroConfig },
): Promise<string> {
  const { results } = await site.ask(people.marta, 'GET', '/wiki/api/v2/spaces?limit=50', undefined, spaces);
  const [space] = results;
  if (space === undefined) throw new Error('The site has no space.');
  const document = {
    version: 1,
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: sentence }] }, macroNode(config)],
  };
  const body = { representation: 'atlas_doc_format', value: JSON.stringify(document) };
  const page = { spaceId: space.id, status: 'current', title, body };
  const { id } = await site.ask(people.marta, 'POST', '/wiki/api/v2/pages', page, created);
  return `/wiki/spaces/${space.key}/pages/${id}`;
}

/** The extension node of the macro (Atlassian Document Format, "extension"). */
function macroNode(config: MacroConfig): object {
  const { appId } = readManifest(path.join(__dirname, '../../../manifest.yml'));
  const key = extensionKey({ appId, ...SITE_IDS }, 'okr-macro');
  const localId = randomUUID();
  return {
    type: 'extension',
    attrs: {
      layout: 'default',
      extensionType: 'com.atlassian.ecosystem',
      extensionKey: key,
      text: 'Waymark OKRs',
      localId,
      parameters: {
        layout: 'extension',
        localId,
        extensionId: `ari:cloud:ecosystem::extension/${key}`,
        extensionTitle: 'Waymark OKRs',
        forgeEnvironment: 'DEVELOPMENT',
        render: 'default',
        guestParams: writeMacroConfig(config),
      },
    },
  };
}
