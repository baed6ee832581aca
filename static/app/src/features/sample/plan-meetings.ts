import type { Result } from '../../../../../src/contract/result';
import { addDays } from '../../../../../src/domain/dates';
import { cycleId, teamId } from './sample-ids';
import type { Asked, Call, Step } from './step';

/** The check-ins that a team has had in the running quarter: their digests, praise, and a decision that is done. */
export function meetingStep(asked: Asked, needs: string[]): Step {
  const { company, ids, existing } = asked;
  const { meetings } = company;
  const decided = ids(`key-result:${meetings.done.keyResult}`);
  const known = existing.objectives.flatMap(({ keyResults }) => keyResults).find(({ id }) => id === decided);
  const id = teamId(ids, meetings.team);
  return {
    id: `meetings:${id}`,
    kind: 'meetings',
    // Beside the digests: praise, and what became of a decision, which comes last.
    makes: meetings.held.length + 2,
    title: company.teams.find(({ slug }) => slug === meetings.team)?.name ?? meetings.team,
    needs: [id, ...needs],
    there: (known?.followUps.length ?? 0) > 0,
    run: (call) => meet(asked, call),
  };
}

async function meet(asked: Asked, call: Call): Promise<Result<unknown>> {
  const kept = await keepDigests(asked, call);
  if (!kept.ok) return kept;
  const praised = await praise(asked, call);
  return praised.ok ? closeDecision(asked, call) : praised;
}

async function keepDigests({ company, ids, today }: Asked, call: Call): Promise<Result<unknown>> {
  const { team, held } = company.meetings;
  const place = { teamId: teamId(ids, team), cycleId: cycleId(ids, 'running') };
  const read = await call('meeting.read', { ...place, projectId: null });
  if (!read.ok) return read;
  for (const [at, { daysBefore, note }] of held.entries()) {
    const id = ids<'digest'>(`digest:${team}:${at}`);
    if (read.value.digests.some((one) => one.id === id)) continue;
    const answer = await call('digest.keep', { id, ...place, heldOn: addDays(today, -daysBefore), note });
    if (!answer.ok) return answer;
  }
  return { ok: true, value: null };
}

async function praise({ company, ids, jira, me }: Asked, call: Call): Promise<Result<unknown>> {
  const { keyResult, person, words } = company.meetings.praise;
  const found = jira.people.get(person);
  // Nobody praises themselves.
  if (found === undefined || found === me) return { ok: true, value: null };
  return call('recognition.give', {
    id: ids<'recognition'>(`recognition:${keyResult}`),
    keyResultId: ids<'key-result'>(`key-result:${keyResult}`),
    person: found,
    words,
  });
}

async function closeDecision({ company, ids }: Asked, call: Call): Promise<Result<unknown>> {
  const { keyResult, decision, note } = company.meetings.done;
  const keyResultId = ids<'key-result'>(`key-result:${keyResult}`);
  const page = await call('key-result.read', { id: keyResultId });
  if (!page.ok) return page;
  const checkIn = page.value.objectives
    .flatMap(({ keyResults }) => keyResults)
    .flatMap(({ id, checkIns }) => (id === keyResultId ? checkIns : []))
    .find((one) => one.decision?.text === decision);
  // Early in a quarter nothing was decided yet.
  if (!checkIn) return { ok: true, value: null };
  return call('follow-up.say', {
    id: ids<'follow-up'>(`follow-up:${keyResult}`),
    keyResultId,
    checkInId: checkIn.id,
    subject: 'decision',
    outcome: 'done',
    note,
    dueOn: null,
  });
}
