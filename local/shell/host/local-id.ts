import { extensionKey } from '../../frames/site-settings';
import { settings } from '../site/settings';

/** A module's local id, where the product gives it none of its own (macros have one each). */
export function localIdOf(moduleKey: string): string {
  return `ari:cloud:ecosystem::extension/${extensionKey(settings.ids, moduleKey)}`;
}
