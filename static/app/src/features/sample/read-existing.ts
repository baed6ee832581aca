import type { Directory } from '../../../../../src/contract/calls';
import type { Result } from '../../../../../src/contract/result';
import { cyclesToRead } from './plan-sample';
import { cycleId, type SampleIds } from './sample-ids';
import type { Call, Existing } from './step';

/** What an earlier filling left on the site. */
export async function readExisting(
  call: Call,
  ids: SampleIds,
  { teams, cycles }: Pick<Directory, 'teams' | 'cycles'>,
): Promise<Result<Existing>> {
  const read = await Promise.all(
    cyclesToRead(ids, cycles).map((id) =>
      call('overview.read', { cycleId: id, teamId: null, projectId: null }),
    ),
  );
  const failed = read.find((answer) => !answer.ok);
  if (failed) return failed;
  const list = await call('kpi.list', { teamId: null });
  if (!list.ok) return list;
  const found = {
    teams,
    cycles,
    objectives: read.flatMap((answer) => (answer.ok ? answer.value.objectives : [])),
    kpis: list.value.kpis,
  };
  const running = cycleId(ids, 'running');
  if (!cycles.some(({ id }) => id === running)) return { ok: true, value: { ...found, aligned: new Set() } };
  const map = await call('map.read', { cycleId: running, after: null });
  if (!map.ok) return map;
  const said = map.value.lines.filter(({ serves }) => serves.kind !== 'unsaid');
  return { ok: true, value: { ...found, aligned: new Set(said.map(({ id }) => id)) } };
}
