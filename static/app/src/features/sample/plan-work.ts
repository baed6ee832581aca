/** What the sample company's teams did for their key results, and what came of it, as steps. */
import type { KeyResultReading } from '../../../../../src/contract/readings';
import type { Result } from '../../../../../src/contract/result';
import { addDays, type LocalDate } from '../../../../../src/domain/dates';
import type { JudgementId, KeyResultId } from '../../../../../src/domain/ids';
import { impactOf } from '../../../../../src/domain/impact';
import { computedOf } from '../../../../../src/domain/judgement';
import type { SampleEvent, SampleInitiative, SampleKeyResult } from './company';
import type { FoundIssue } from './find-in-jira';
import { cycleId, requestOf } from './sample-ids';
import type { Told } from './sample-check-ins';
import type { Asked, Call, Step } from './step';

type On = {
  id: KeyResultId;
  of: SampleKeyResult;
  /** As it is on the site; undefined: not there yet. */
  known: KeyResultReading | undefined;
  /** How far its story has come: some of its work and events may still be ahead. */
  told: Told;
};
type Found = { initiative: SampleInitiative; issue: FoundIssue; on: On };

/**
 * Issues attached, when people got them, what happened outside, and what somebody made of it all. Nothing for issues that
 * are not in this Jira. Judging comes last: a verdict follows from everything else on the key result.
 */
export function workSteps(asked: Asked, on: On): Step[] {
  const found = on.of.initiatives.flatMap((initiative): Found[] => {
    const issue = asked.jira.issues.get(initiative.slug);
    return issue?.editable ? [{ initiative, issue, on }] : [];
  });
  const before = [
    ...found.map((one) => attachStep(asked, one)),
    ...found.flatMap((one) => liveStep(asked, one)),
    ...(on.of.events ?? []).flatMap((event) => eventStep(asked, on, event)),
  ];
  const needs = before.map(({ id }) => id);
  return [...before, ...found.flatMap((one) => judgeStep(asked, one, needs))];
}

/** The issues that only keep things running, in one act. Nothing where there are none. */
export function runWorkSteps({ ids, jira, existing }: Asked): Step[] {
  const issues = jira.runWork.filter(({ editable }) => editable);
  const [first] = issues;
  if (!first) return [];
  const projectIds = [...new Set(issues.flatMap(({ projectId }) => projectId ?? []))];
  const running = existing.cycles.find(({ id }) => id === cycleId(ids, 'running'));
  return [
    {
      id: 'run-work',
      kind: 'run-work',
      makes: issues.length,
      title: first.title,
      needs: [],
      // What is run work is in no cycle's reading; starting the quarter comes after it.
      there: running !== undefined && running.phase !== 'draft',
      run: async (call) => {
        const planning = await call('planning.read', { projectIds });
        if (!planning.ok) return planning;
        const said = new Set(planning.value.runWork.flatMap(({ issueIds }) => issueIds));
        const marks = issues
          .filter(({ id }) => !said.has(id))
          .map(({ id }) => ({ id: ids<'run-work'>(`run-work:${id}`), issueId: id }));
        return marks.length === 0
          ? { ok: true, value: null }
          : call('run-work.mark', { marks, isRunWork: true });
      },
    },
  ];
}

const idOf = ({ ids }: Asked, { slug }: SampleInitiative) => ids<'initiative'>(`initiative:${slug}`);

/** The initiative as it is on the site. */
function standing({ on, issue }: Found) {
  return on.known?.initiatives.find(({ issueId }) => issueId === issue.id);
}

function attachStep(asked: Asked, found: Found): Step {
  const { initiative, issue, on } = found;
  const id = idOf(asked, initiative);
  const { hypothesis } = initiative;
  const stated =
    typeof hypothesis === 'string'
      ? ({ kind: hypothesis } as const)
      : ({ kind: 'stated', hypothesis } as const);
  return {
    id,
    kind: 'initiative',
    makes: 1,
    title: issue.title,
    needs: [`check-ins:${on.id}`],
    there: standing(found) !== undefined,
    run: (call) =>
      call('initiative.attach', {
        keyResultId: on.id,
        issues: [{ initiativeId: id, issueId: issue.id }],
        requestId: requestOf(id, 'attach'),
        hypothesis: stated,
        publicName: '',
      }),
  };
}

function liveStep(asked: Asked, found: Found): Step[] {
  const { initiative, issue, on } = found;
  const { live } = initiative;
  if (!live) return [];
  const id = idOf(asked, initiative);
  const known = standing(found);
  const day = addDays(on.told.on, -live.daysBefore);
  if (day > on.told.upTo) return [];
  return [
    {
      id: `live:${id}`,
      kind: 'live',
      makes: 1,
      title: issue.title,
      needs: [id],
      there: known !== undefined && known.live !== null,
      run: (call) => {
        const change = { version: known?.version ?? 1, requestId: requestOf(id, 'live') };
        return call('initiative.set-live', { id, ...change, on: day, why: live.why });
      },
    },
  ];
}

function eventStep({ ids }: Asked, { id: keyResultId, known, told }: On, of: SampleEvent): Step[] {
  const id = ids<'outside-event'>(`event:${of.slug}`);
  const { kind, title } = of;
  const days = { on: addDays(told.on, -of.from), until: of.to < of.from ? addDays(told.on, -of.to) : null };
  if ((days.until ?? days.on) > told.upTo) return [];
  return [
    {
      id,
      kind: 'event',
      makes: 1,
      title,
      needs: [`check-ins:${keyResultId}`],
      there: known?.events.some((event) => event.id === id) ?? false,
      run: (call) =>
        call('outside-event.mark', {
          id,
          requestId: requestOf(id, 'mark'),
          keyResultId,
          event: { kind, title, ...days },
        }),
    },
  ];
}

function judgeStep(asked: Asked, found: Found, needs: string[]): Step[] {
  const { initiative, issue, on } = found;
  const { judged } = initiative;
  if (!judged || on.told.on > on.told.upTo) return [];
  const id = asked.ids<'judgement'>(`judgement:${initiative.slug}`);
  return [
    {
      id,
      kind: 'judgement',
      makes: 1,
      title: issue.title,
      needs,
      there: (standing(found)?.judgements.length ?? 0) > 0,
      run: (call) => judge(call, found, { id, ...judged }, asked.today),
    },
  ];
}

type Judging = NonNullable<SampleInitiative['judged']> & { id: JudgementId };

/** As a person does: the key result is opened, and what it says there is judged. */
async function judge(call: Call, found: Found, said: Judging, today: LocalDate): Promise<Result<unknown>> {
  const page = await call('key-result.read', { id: found.on.id });
  if (!page.ok) return page;
  const [objective] = page.value.objectives;
  const keyResult = objective?.keyResults.find(({ id }) => id === found.on.id);
  const initiative = keyResult?.initiatives.find(({ issueId }) => issueId === found.issue.id);
  if (!objective || !keyResult || !initiative) return gone;
  if (initiative.judgements.some(({ id }) => id === said.id)) return { ok: true, value: null };
  const impact = impactOf({ ...keyResult, cadence: objective.team.cadence, initiative }, today);
  const seen = impact && computedOf(impact);
  const { id, decision, reason } = said;
  const verdict = said.verdict ?? seen?.verdict ?? null;
  return call('initiative.judge', { id, initiativeId: initiative.id, seen, verdict, decision, reason });
}

const gone: Result<never> = {
  ok: false,
  refusal: { code: 'not-found', message: 'This issue was detached meanwhile.' },
};
