import type { Output, Parsed } from '../../contract/calls';
import { ok, refuse, type Result } from '../../contract/result';
import { addIntervals } from '../../domain/cadence';
import { dayIn, type LocalDate } from '../../domain/dates';
import { digestOf, type DigestObjective, type DigestSince } from '../../domain/digest';
import type { Rules } from '../../domain/rules';
import { mayEndMeeting } from '../../policies/team-policy';
import type { DigestRow } from '../../storage/digest-repository';
import type { ObjectiveFacts } from '../../storage/records';
import { contentHashOf, saved, unlessPermitted } from '../acts';
import type { Dependencies } from '../dependencies';
import { runs } from './runs';

/**
 * Ends a team's check-in and keeps what it came to, worked out here from what was recorded: with the parts of objectives that
 * whoever ends it may see; members see all of their team's. One INSERT decides; the same again is the same digest.
 * Refuses: `not-found`, `not-allowed`, `invalid` (a day to come, or a cycle that does not run), `exists`.
 * Source: design §3.12.
 */
export async function keepDigest(
  deps: Dependencies,
  input: Parsed<'digest.keep'>,
): Promise<Result<Output<'digest.keep'>>> {
  const { id, teamId, cycleId, heldOn, note } = input;
  const [team, cycle, before] = await Promise.all([
    deps.teams.find(teamId),
    deps.cycles.find(cycleId),
    deps.digests.before({ teamId, cycleId }, heldOn),
  ]);
  if (!team) return refuse('not-found', 'This team is not there. Choose another.', 'teamId');
  if (!cycle) return refuse('not-found', 'This cycle is not there. Choose another.', 'cycleId');
  const refused = await unlessPermitted(
    deps,
    (who) => mayEndMeeting(who, team),
    'Only the team’s members, its lead and OKR leads can end its check-in. Ask the team’s lead to add you.',
  );
  if (refused) return refused;
  if (heldOn > dayIn(team.timeZone, deps.now)) {
    return refuse('invalid', 'This day lies in the future: choose the day of the meeting.', 'heldOn');
  }
  if (!runs(cycle.phase)) {
    return refuse('invalid', `${cycle.name} does not run, so there is nothing to check in on.`, 'cycleId');
  }
  const here = { by: 'place' as const, teamIds: [teamId], cycleId };
  const { site, objectives } = await deps.okrs.read(here, deps.me);
  const since = before
    ? { day: before.heldOn, at: before.endedAt }
    : { day: addIntervals(heldOn, team.cadence, -1), at: null };
  const content = contentOf(objectives, since, before, site.rules, heldOn);
  const outcome = await deps.digests.keep({
    id,
    teamId,
    cycleId,
    heldOn,
    since: since.day,
    endedAt: deps.now,
    endedBy: deps.me,
    note,
    content,
    contentHash: contentHashOf('digest.keep', input),
  });
  const answer = saved(id, outcome);
  return answer.ok ? ok({ id }) : answer;
}

function contentOf(
  objectives: readonly ObjectiveFacts[],
  since: DigestSince,
  before: DigestRow | undefined,
  rules: Rules,
  heldOn: LocalDate,
): DigestObjective[] {
  const told = new Map(
    before?.content.flatMap(({ keyResults }) => keyResults).map((one) => [one.id, one.work]),
  );
  return objectives.map(({ objective, team, keyResults }) => ({
    id: objective.id,
    number: objective.number,
    title: objective.title,
    keyResults: keyResults.map((keyResult) =>
      digestOf(
        { ...keyResult, cadence: team.cadence, timeZone: team.timeZone },
        since,
        told.get(keyResult.id) ?? [],
        rules,
        heldOn,
      ),
    ),
  }));
}
