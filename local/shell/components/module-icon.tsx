import { frameFolder } from '../../frames/site-settings';
import type { ManifestModule } from '../../contracts';
import { moduleText, settings } from '../site/settings';

/** The picture a module's `icon` names in a resource of the app (Forge docs, "Resources", Icons); nothing where it names none. */
export function ModuleIcon({ module }: { module: ManifestModule }) {
  const [, resource, path] = /^resource:([^;]+);(.+)$/.exec(moduleText(module, 'icon')) ?? [];
  if (resource === undefined || path === undefined) return null;
  const url = `${settings.framesUrl}${frameFolder(settings.ids, resource)}/${path}`;
  return <img className="module-icon" src={url} alt="" width={16} height={16} />;
}
