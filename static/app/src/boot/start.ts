import { view } from '@forge/bridge';
import { firstReads } from '../surfaces';
import { readPlace } from './context';
import { newQueryClient } from './query-client';
import { openSurface } from './open-surface';
import { surfaceOf } from './surface-of';

/**
 * Reads where Waymark was opened and shows the surface that belongs there. In this order, for the first content's sake
 * (docs/decisions/0014): what takes a journey is asked for before React and the surface are run.
 */
export async function start(): Promise<void> {
  const element = document.getElementById('root');
  if (element === null) throw new Error('index.html has no #root');
  const context = readPlace();
  // The theme arrives as style elements; the first paint must not wait for it.
  void view.theme.enable();
  const place = await context;
  const client = newQueryClient();
  const surface = openSurface(surfaceOf(place));
  if (surface.name !== null) void firstReads[surface.name]?.(client, place);
  const { show } = await import('./app');
  show(element, { place, client, surface });
}
