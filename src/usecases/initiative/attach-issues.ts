import type { JiraIssue } from '../../atlassian/issues';
import type { Output, Parsed } from '../../contract/calls';
import { ok, refuse, type Result } from '../../contract/result';
import { dayIn } from '../../domain/dates';
import type { InitiativeId, IssueId } from '../../domain/ids';
import { valueOn } from '../../domain/value-on';
import { whoOwes } from '../../domain/who-owes';
import { changeColumns, type Act } from '../../storage/change';
import type { InitiativeRow } from '../../storage/initiative-repository';
import type { KeyResultFacts, PlacedObjective } from '../../storage/records';
import { actOf } from '../acts';
import type { Dependencies } from '../dependencies';
import { refuseMeasured } from '../measuring/refuse-measured';
import { editableIssues } from './editable-issues';
import { keepUp } from './keep-up';
import { placeToRead } from './place-to-read';

type Attach = Parsed<'initiative.attach'>;
type Asked = { initiativeId: InitiativeId; issueId: IssueId };

/**
 * Attaches issues to a key result: anyone who can edit the issues in Jira and read the key result. All or none: one
 * issue they may not edit refuses the act. One INSERT decides for those that are new; those once detached come back by
 * a guarded UPDATE each; those attached already are named in `already`. The key result's value of the day is kept, and its
 * owner is told. The issues' property and work follow at once where possible, else with the next catch-up.
 * Refuses: `not-found` (key result or issue), `not-allowed`, `closed`, `exists` (an id used for something else),
 * `invalid` (the key result is measured by a search that finds them), `jira-unavailable`. Source: design §2, §3.8, §5.
 */
export async function attachIssues(
  deps: Dependencies,
  input: Attach,
): Promise<Result<Output<'initiative.attach'>>> {
  const place = await placeToRead(deps, input.keyResultId);
  if (!place) return refuse('not-found', 'This key result is not there any more. Choose another one.');
  if (place.cycle.phase === 'closed') {
    return refuse(
      'closed',
      `${place.cycle.name} is closed: attach the issue to a key result of a running cycle.`,
    );
  }
  const asked = [...new Map(input.issues.map((issue) => [issue.issueId, issue])).values()];
  const act = actOf(deps, 'initiative.attach', input);

  const before = await deps.initiatives.standing(input.keyResultId, asked);
  const clash = usedElsewhere(before, input, act);
  if (clash) return clash;
  const attachedNow = new Set(before.filter(({ detached }) => !detached).map(({ issueId }) => issueId));
  const missing = asked.filter(({ issueId }) => !attachedNow.has(issueId));
  if (missing.length > 0) {
    const issues = await editableIssues(
      deps,
      missing.map(({ issueId }) => issueId),
      'attach it',
    );
    if (!issues.ok) return issues;
    const measured = await refuseMeasured(
      deps,
      input.keyResultId,
      missing.map(({ issueId }) => issueId),
    );
    if (measured) return measured;
    const state = attachedState(deps, input, place);
    const detached = new Map(before.filter((row) => row.detached).map((row) => [row.issueId, row]));
    const fresh = missing.filter(({ issueId }) => !detached.has(issueId));
    await insertFresh(deps, input, act, fresh, issues.value, state);
    for (const { issueId } of missing) {
      const row = detached.get(issueId);
      if (!row) continue;
      const projectId = issues.value.get(issueId)?.projectId ?? row.projectId;
      const detail = [{ field: 'attached', from: 'false', to: 'true' }];
      await deps.initiatives.change(row.id, row.version, act, detail, {
        ...state,
        projectId,
        detached: false,
      });
    }
  }

  const after = await deps.initiatives.standing(input.keyResultId, asked);
  const rows = after.filter(({ detached, keyResultId }) => !detached && keyResultId === input.keyResultId);
  if (rows.length < asked.length) {
    return refuse('changed', 'Somebody else detached one of these at the same moment. Try again.');
  }
  // Whatever this act did, now or when it was first sent, carries its request or one of its ids.
  const mine = new Set(asked.map(({ initiativeId }) => initiativeId));
  const attached = rows.filter(({ id, changeRequest }) => mine.has(id) || changeRequest === input.requestId);
  const already = rows.filter((row) => !attached.includes(row));
  await keepUp(
    deps,
    attached.map(({ issueId }) => issueId),
  );
  return ok({ attached: attached.map(({ id }) => id), already: already.map(({ id }) => id) });
}

/** A repeat is the same act of the same person with the same content; an id used otherwise is refused. */
function usedElsewhere(rows: readonly InitiativeRow[], input: Attach, act: Act) {
  const wanted = new Map(input.issues.map(({ initiativeId, issueId }) => [initiativeId, issueId]));
  const foreign = rows.some(
    ({ id, keyResultId, issueId }) =>
      wanted.has(id) && (keyResultId !== input.keyResultId || wanted.get(id) !== issueId),
  );
  const otherwise = rows.some(
    ({ changeRequest, changedBy, changeHash }) =>
      changeRequest === act.request && (changedBy !== act.by || changeHash !== act.contentHash),
  );
  if (!foreign && !otherwise) return null;
  return refuse('exists', 'This was used for something else already. Open the page again and retry.');
}

/** What an attach leaves on a row, whether it is new or comes back. */
function attachedState(
  { now, me }: Dependencies,
  input: Attach,
  { keyResult, team }: PlacedObjective & { keyResult: KeyResultFacts },
) {
  const owes = whoOwes(keyResult, team.lead);
  return {
    publicName: input.publicName,
    attachedBy: me,
    attachedAt: now,
    valueAtAttach: valueOn(keyResult, dayIn(team.timeZone, now))?.value ?? null,
    hypothesis: input.hypothesis,
    hypothesisAtAttach: input.hypothesis,
    hypothesisAtStart: null,
    acknowledgedAt: owes === me ? now : null,
  };
}

async function insertFresh(
  { initiatives }: Dependencies,
  { keyResultId }: Attach,
  act: Act,
  fresh: readonly Asked[],
  issues: ReadonlyMap<IssueId, JiraIssue>,
  state: ReturnType<typeof attachedState>,
): Promise<void> {
  const rows = fresh.flatMap(({ initiativeId, issueId }) => {
    const issue = issues.get(issueId);
    if (!issue) return [];
    return {
      id: initiativeId,
      keyResultId,
      issueId,
      projectId: issue.projectId,
      ...state,
      liveOn: null,
      liveReason: '',
      liveBy: null,
      detached: false,
      ...changeColumns(act, 1, []),
    };
  });
  if (rows.length > 0) await initiatives.insertNew(rows);
}
