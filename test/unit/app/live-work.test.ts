import { instant, localDate } from '../../../src/domain/dates';
import { isAccountId, isJiraId, isUuid, type IssueId } from '../../../src/domain/ids';
import type { Initiative, WorkSnapshot } from '../../../src/domain/initiative';
import { defaultRules } from '../../../src/domain/rules';
import { asksWhenLive, liveOn } from '../../../src/domain/work';
import { countLive, withLiveWork } from '../../../static/app/src/features/panel/live-work';
import type { Issue } from '../../../static/app/src/rpc/jira-shapes';

function issueId(id: string): IssueId {
  if (!isJiraId<'issue'>(id)) throw new Error(id);
  return id;
}

function issue(id: number, part: Partial<Issue> = {}): Issue {
  return {
    id: issueId(String(id)),
    key: `GROW-${id}`,
    summary: '',
    type: 'Story',
    level: 0,
    status: 'To Do',
    category: 'new',
    resolution: null,
    estimateSeconds: null,
    projectId: null,
    parent: null,
    doneAt: null,
    ...part,
  };
}

const done = (id: number, doneAt: string, resolution = 'Done') =>
  issue(id, { category: 'done', resolution, doneAt });

test('counts what is on screen: 2 of 3 done, one left out, first done on the day of the team', () => {
  const children = [
    done(2, '2026-05-12T23:30:00.000+0000'),
    done(3, '2026-05-14T10:00:00.000+0000'),
    // Earlier, but never delivered: nobody got it.
    done(4, '2026-05-01T10:00:00.000+0000', "Won't Do"),
    issue(5),
  ];
  const live = countLive(issue(1, { type: 'Epic' }), children, defaultRules, 'Europe/Berlin');
  expect(live).toMatchObject({
    count: { done: 2, counted: 3, leftOut: 1, unit: 'count' },
    noun: 'stories',
    leftOutAs: ["Won't Do"],
    // 23:30 in UTC is the 13th in Berlin.
    firstDoneOn: '2026-05-13',
  });
});

test('children of several types are just issues', () => {
  const live = countLive(issue(1), [issue(2), issue(3, { type: 'Bug' })], defaultRules, 'UTC');
  expect(live?.noun).toBe('issues');
});

test('story points are not counted here', () => {
  expect(countLive(issue(1), [issue(2)], { ...defaultRules, countBy: 'points' }, 'UTC')).toBeNull();
});

const emptyWork: Omit<WorkSnapshot, 'asOf' | 'gone'> = {
  unit: 'count',
  fellBack: false,
  done: 0,
  counted: 0,
  leftOut: 0,
  category: 'new',
  notDelivered: false,
  startedOn: null,
  doneOn: null,
  firstChildDoneOn: null,
  assumed: [],
};

function attachedEpic(): Initiative {
  const id = '0197f1a0-0000-7000-8000-000000000001';
  const by = 'someone';
  const projectId = '1';
  if (!isUuid<'initiative'>(id) || !isAccountId(by) || !isJiraId<'project'>(projectId))
    throw new Error('ids');
  return {
    id,
    version: 1,
    issueId: issueId('1'),
    projectId,
    publicName: '',
    attachedBy: by,
    attachedAt: instant(Date.parse('2026-05-01T08:00:00.000Z')),
    valueAtAttach: null,
    hypothesis: { kind: 'skipped' },
    live: null,
    work: null,
  };
}

test('the first child done on screen asks when people got it, before the stored count knows', () => {
  const attached = attachedEpic();
  expect(asksWhenLive(attached)).toBe(false);
  const live = countLive(issue(1), [done(2, '2026-05-12T08:00:00.000+0000'), issue(3)], defaultRules, 'UTC');
  const shown = withLiveWork(attached, live);
  expect(asksWhenLive(shown)).toBe(true);
  expect(liveOn(shown)).toEqual({ on: localDate('2026-05-12'), source: 'first-child-done' });
});

test('what is on screen is there: an issue that Waymark could not find is hidden from apps, and counted all the same', () => {
  const gone = {
    ...attachedEpic(),
    work: { ...emptyWork, asOf: instant(Date.parse('2026-05-02T08:00:00.000Z')), gone: true },
  };
  expect(withLiveWork(gone, null).work?.gone).toBe(true);
  const live = countLive(issue(1), [issue(2), issue(3)], defaultRules, 'UTC');
  expect(withLiveWork(gone, live).work).toMatchObject({ gone: false, done: 0, counted: 2 });
});
