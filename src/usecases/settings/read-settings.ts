import type { Output, Parsed } from '../../contract/calls';
import { ok, type Result } from '../../contract/result';
import { viewer } from '../../policies/actor';
import { defaultSite } from '../../storage/site';
import type { Dependencies } from '../dependencies';
import { prepareDatabase } from './prepare-database';

/**
 * The site's settings, and how far its database is. Opened by an OKR lead, it first finishes a database that is
 * not ready: the third place where migrations run, for whoever cannot wait for the hourly one.
 */
export async function readSettings(
  deps: Dependencies,
  _input: Parsed<'settings.read'>,
): Promise<Result<Output<'settings.read'>>> {
  const [before, who] = await Promise.all([deps.schema.state(), viewer(deps.actor)]);
  let migrations = before;
  if (before.applied < before.known && who.okrLead) {
    await prepareDatabase(deps);
    migrations = await deps.schema.state();
  }
  if (migrations.applied < migrations.known) {
    return ok({ ...defaultSite, version: 1, okrLead: who.okrLead, migrations });
  }
  const { site, version } = await deps.settings.read();
  return ok({ ...site, version, okrLead: who.okrLead, migrations });
}
