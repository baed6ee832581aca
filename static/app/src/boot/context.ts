import { view } from '@forge/bridge';
import { placeOf, type Place } from './place';

/** Reads the product's context. Called once, at the start. */
export async function readPlace(): Promise<Place> {
  const context = await view.getContext();
  return placeOf({ ...context });
}
