import { prepareDatabase } from '../usecases/settings/prepare-database';
import { upkeep } from './dependencies';

/** Makes what this minute allows of a schema that is not whole, and logs how much; `occasion` names who came to it. */
export async function prepare(occasion: string): Promise<void> {
  const applied = await prepareDatabase(upkeep());
  if (applied.length > 0) console.info(`${occasion}: ${applied.length} migrations applied`);
}
