import { dayIn } from '../../domain/dates';
import type { CycleId } from '../../domain/ids';
import type { BlockableRule, ReviewFinding } from '../../domain/quality/finding';
import { reviewOwner } from '../../domain/quality/review-cycle';
import { reviewTeams, standing } from '../../domain/quality/review-teams';
import type { Dependencies } from '../dependencies';
import { readPage, readWhole } from './read-review';

/** What keeps a cycle from starting: the rules, and by name some of what they stand against. */
export type Blocking = { rules: BlockableRule[]; of: string[] };

/** So many things are named in one sentence. */
const named = 3;

/**
 * What stands of the rules that this site lets stop a cycle, in what this person sees; null: nothing. What was dismissed with a
 * reason does not stand. Reads a cycle page by page, up to the page in which something is found. Source: design §3.12.
 */
export async function findBlocking(deps: Dependencies, cycleId: CycleId): Promise<Blocking | null> {
  const { blocking } = (await deps.settings.read()).site.rules;
  if (blocking.length === 0) return null;
  const whole = await readWhole(deps, cycleId);
  const today = dayIn('UTC', deps.now);
  const stops = ({ rule }: ReviewFinding) => blocking.some((one) => one === rule);
  let after: number | null = 0;
  while (whole !== null && after !== null) {
    const reading = await readPage(deps, whole, after);
    const found = reviewTeams(reading, today, 'UTC');
    const standingOf = (id: string) => standing(found.get(id) ?? [], id, reading.dismissed).filter(stops);
    const things = reading.teams.flatMap((team) => [
      { name: team.name, findings: standingOf(team.id) },
      ...team.objectives.flatMap((objective) => [
        { name: objective.key, findings: standingOf(objective.id) },
        ...objective.keyResults.map(({ id, key }) => ({ name: key, findings: standingOf(id) })),
      ]),
    ]);
    const owners = reading.overburdened.map((one) => reviewOwner(one, reading.site.rules.caps));
    const ofCycle = standing(owners, cycleId, reading.dismissed).filter(stops);
    const all = [{ name: reading.cycle.name, findings: ofCycle }, ...things].filter(
      ({ findings }) => findings.length > 0,
    );
    if (all.length > 0) {
      const rules = new Set<string>(all.flatMap(({ findings }) => findings.map(({ rule }) => rule)));
      return {
        rules: blocking.filter((rule) => rules.has(rule)),
        of: all.slice(0, named).map(({ name }) => name),
      };
    }
    after = reading.next;
  }
  return null;
}
