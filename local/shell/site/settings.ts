import { z } from 'zod';
import { bareAppId, type SiteSettings } from '../../frames/site-settings';
import type { Json, ManifestModule } from '../../contracts';

const json: z.ZodType<Json> = z.json();

const schema = z.object({
  siteUrl: z.string(),
  framesUrl: z.string(),
  ids: z.object({
    appId: z.string(),
    cloudId: z.string(),
    environmentId: z.string(),
    installationId: z.string(),
  }),
  modules: z.array(z.object({ type: z.string(), key: z.string(), props: z.record(z.string(), json) })),
  now: z.string(),
});

/** What the server wrote into this page about the site. */
export const settings: SiteSettings = schema.parse(
  JSON.parse(document.getElementById('site-settings')?.textContent ?? '{}'),
);

/** The values every address of an app's page needs. */
export const appPath = { appId: bareAppId(settings.ids.appId), environmentId: settings.ids.environmentId };

/** The app's modules of a kind, in the manifest's order. */
export function modulesOf(type: string): readonly ManifestModule[] {
  return settings.modules.filter((module) => module.type === type);
}

/** A module's text property, such as its title. */
export function moduleText(module: ManifestModule, name: string): string {
  const value = module.props[name];
  return typeof value === 'string' ? value : '';
}
