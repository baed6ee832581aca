import type { Place } from './place';

/**
 * The name of the surface to show: what our own modal asked for first, then the macro's configuration, then the
 * module (design §4).
 */
export function surfaceOf(place: Place): string {
  const asked = place.modal?.surface;
  if (typeof asked === 'string') return asked;
  return place.macro?.configuring ? `${place.moduleKey}-config` : place.moduleKey;
}
