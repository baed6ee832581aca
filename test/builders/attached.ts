/** Attached issues as the database keeps them, for tests without a Jira: attaching itself is shown with one. */
import { localDate } from '../../src/domain/dates';
import type { InitiativeId, IssueId, KeyResultId, ProjectId } from '../../src/domain/ids';
import type { HypothesisState, WorkSnapshot } from '../../src/domain/initiative';
import type { InitiativeRow } from '../../src/storage/initiative-repository';
import type { Installation } from './installation';
import { newId, people } from './world';

let lastIssue = 20_000;
/** The id of an issue that no other test has. */
export function newIssueId(): IssueId {
  lastIssue += 1;
  return String(lastIssue) as IssueId;
}

/** Attaches an issue as `people.member`, who writes no key result, unless said otherwise. */
export async function makeAttached(
  site: Installation,
  keyResultId: KeyResultId,
  more: Partial<InitiativeRow> = {},
): Promise<{ initiativeId: InitiativeId; issueId: IssueId }> {
  const row: InitiativeRow = {
    id: newId(),
    keyResultId,
    issueId: newIssueId(),
    projectId: '10000' as ProjectId,
    publicName: '',
    attachedBy: people.member,
    attachedAt: site.now(),
    valueAtAttach: null,
    hypothesis: { kind: 'skipped' },
    hypothesisAtAttach: { kind: 'skipped' },
    hypothesisAtStart: null,
    liveOn: null,
    liveReason: '',
    liveBy: null,
    detached: false,
    acknowledgedAt: null,
    version: 1,
    changeRequest: newId(),
    changedBy: people.member,
    changedAt: site.now(),
    changeAct: 'attach',
    changeWhy: '',
    changeDetail: [],
    changeHash: '0'.repeat(22),
    ...more,
  };
  await site.repositories.initiatives.insertNew([row]);
  return { initiativeId: row.id, issueId: row.issueId };
}

/** What Jira said of an attached issue's work, as the upkeep stores it: nothing begun unless said otherwise. */
export async function seeWork(
  site: Installation,
  issueId: IssueId,
  more: Partial<WorkSnapshot> = {},
): Promise<void> {
  await site.repositories.work.store([
    {
      issueId,
      projectId: '10000' as ProjectId,
      unit: 'count',
      fellBack: false,
      done: 0,
      counted: 0,
      leftOut: 0,
      children: 0,
      category: 'new',
      notDelivered: false,
      startedOn: null,
      doneOn: null,
      firstChildDoneOn: null,
      asOf: site.now(),
      gone: false,
      assumed: [],
      ...more,
    },
  ]);
}

/** Work of one issue, done on a day. */
export const doneOn = (on: string): Partial<WorkSnapshot> => ({
  category: 'done',
  startedOn: localDate(on),
  doneOn: localDate(on),
});

export const expecting = (effect: number, lagDays = 0): HypothesisState => ({
  kind: 'stated',
  hypothesis: { effect, lagDays, why: '' },
});
