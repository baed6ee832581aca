import type { ManifestModule, ShellDeps } from '../contracts';

/** What the site's pages must know of the site; it stands in the shell's page as JSON. */
export interface SiteSettings {
  readonly siteUrl: string;
  readonly framesUrl: string;
  readonly ids: ShellDeps['ids'];
  readonly modules: readonly ManifestModule[];
  /** The site's date and time when the page was sent, ISO. */
  readonly now: string;
}

/** The app's id as it stands in addresses: the last part of its ARI. */
export function bareAppId(appId: string): string {
  return appId.slice(appId.lastIndexOf('/') + 1);
}

/** The folder of one resource of the app on the frames' port. */
export function frameFolder(ids: SiteSettings['ids'], resource: string): string {
  return `/${bareAppId(ids.appId)}/${ids.environmentId}/${resource}`;
}

/** A module's id on this site, as Forge writes it into contexts and macro nodes. */
export function extensionKey(ids: SiteSettings['ids'], moduleKey: string): string {
  return `${bareAppId(ids.appId)}/${ids.environmentId}/static/${moduleKey}`;
}
