/** From what is stored of alignment to what a person reads of it. */
import type { ObjectiveName, Served } from '../../contract/alignment-calls';
import type { SiteReading } from '../../contract/readings';
import { dayIn, type Instant, type LocalDate } from '../../domain/dates';
import type { ObjectiveId } from '../../domain/ids';
import type { Rules } from '../../domain/rules';
import { signalsOf, type Signals } from '../../domain/signals';
import { standing } from '../../domain/standing';
import type { Relative } from '../../storage/alignment-reader';
import type { MeasuredKeyResult } from '../../storage/measured-reader';

type Prefix = SiteReading['keyPrefix'];

/** An objective with its places, of which a name needs no more. */
type Named = {
  objective: Pick<Relative['objective'], 'id' | 'number' | 'title'>;
  team: Pick<Relative['team'], 'id' | 'name'>;
  cycle: Relative['cycle'];
};

/** An objective by name. */
export function nameOf(
  { objective: { id, number, title }, team, cycle }: Named,
  prefix: Prefix,
): ObjectiveName {
  return {
    id,
    key: `${prefix.objective}-${number}`,
    title,
    team: { id: team.id, name: team.name },
    cycle: { id: cycle.id, name: cycle.name },
  };
}

/** A key result that is served, by name; null: the objective itself is. */
export function throughOf({ served: { keyResult } }: Relative, prefix: Prefix) {
  return (
    keyResult && { id: keyResult.id, key: `${prefix.keyResult}-${keyResult.number}`, title: keyResult.title }
  );
}

/** What kind of thing is served, as far as the reader may see it. */
export function servedKind({ served: { kind, isVisible, isGone } }: Relative): Served['kind'] {
  if (kind === 'none' || kind === 'unsaid') return kind;
  if (!isVisible) return 'hidden';
  return isGone ? 'gone' : kind;
}

/** The signals of objectives as they stand at `now`, by id; one without key results has those of none. */
export function signalsAt(
  relatives: readonly Relative[],
  measured: readonly MeasuredKeyResult[],
  rules: Rules,
  now: Instant,
): (id: ObjectiveId) => Signals {
  const teams = new Map(relatives.map(({ objective, team }) => [objective.id, team]));
  const days = new Map<string, LocalDate>();
  const today = (zone: string): LocalDate => {
    const day = days.get(zone) ?? dayIn(zone, now);
    days.set(zone, day);
    return day;
  };
  const items = new Map<ObjectiveId, Parameters<typeof signalsOf>[0][number][]>();
  for (const { objectiveId, definition, checkIns } of measured) {
    const team = teams.get(objectiveId);
    if (!team) continue;
    const record = { definition, checkIns, cadence: team.cadence };
    const stands = { weight: definition.weight, standing: standing(record, rules, today(team.timeZone)) };
    const own = items.get(objectiveId);
    if (own) own.push(stands);
    else items.set(objectiveId, [stands]);
  }
  return (id) => signalsOf(items.get(id) ?? []);
}
