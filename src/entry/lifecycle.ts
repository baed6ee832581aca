import { prepareDatabase } from '../usecases/settings/prepare-database';
import { upkeep } from './dependencies';

/**
 * The app was installed or upgraded. What fails here is done by the hourly schedule or the admin page: right after
 * installing, permissions may lag behind.
 */
export async function onLifecycle(): Promise<void> {
  const applied = await prepareDatabase(upkeep());
  console.info(`lifecycle: ${applied.length} migrations applied`);
}
