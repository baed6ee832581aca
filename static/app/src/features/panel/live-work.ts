import { dayIn, instant, type LocalDate } from '../../../../../src/domain/dates';
import type { Initiative, WorkCount, WorkItem } from '../../../../../src/domain/initiative';
import type { Rules } from '../../../../../src/domain/rules';
import { countWork, isNotDelivered } from '../../../../../src/domain/work';
import type { WorkNoun } from '../../components/work-line';
import type { Issue } from '../../rpc/jira-shapes';

/** Work counted from the issues on screen, as the viewer sees them now. */
export type LiveWork = {
  count: WorkCount;
  noun: WorkNoun;
  leftOutAs: string[];
  firstDoneOn: LocalDate | null;
};

/**
 * Counts an issue's work live; null where the site counts by story points, whose field differs between sites: then the
 * stored count, which the backend made, is shown with its stamp.
 */
export function countLive(self: Issue, children: Issue[], rules: Rules, timeZone: string): LiveWork | null {
  if (rules.countBy === 'points') return null;
  const left = children.filter((child) => isNotDelivered(item(child), rules));
  const doneDays = children
    .filter((child) => child.category === 'done' && !left.includes(child) && child.doneAt !== null)
    .map((child) => dayIn(timeZone, instant(Date.parse(child.doneAt ?? ''))))
    .sort();
  return {
    count: countWork(item(self), children.map(item), rules),
    noun: nounOf(children),
    leftOutAs: [...new Set(left.map(({ resolution }) => resolution ?? ''))].filter((name) => name !== ''),
    firstDoneOn: doneDays[0] ?? null,
  };
}

/** The initiative with what is done on screen: "When did people get it?" is asked at once, not after five minutes. */
export function withLiveWork(initiative: Initiative, live: LiveWork | null): Initiative {
  if (live === null) return initiative;
  const stored = initiative.work;
  return {
    ...initiative,
    work: {
      startedOn: null,
      doneOn: null,
      asOf: initiative.attachedAt,
      assumed: [],
      ...stored,
      ...live.count,
      // It is on screen: what Waymark itself could not find is hidden from apps, not deleted.
      gone: false,
      firstChildDoneOn: stored?.firstChildDoneOn ?? live.firstDoneOn,
    },
  };
}

function item(issue: Issue): WorkItem {
  const { id, category, resolution, estimateSeconds } = issue;
  return { issueId: id, category, resolution, points: null, estimateSeconds };
}

function nounOf(children: Issue[]): WorkNoun {
  const nouns: Record<string, WorkNoun> = {
    Story: 'stories',
    Task: 'tasks',
    Bug: 'bugs',
    'Sub-task': 'subtasks',
  };
  const [first, ...others] = new Set(children.map(({ type }) => nouns[type] ?? 'issues'));
  return first !== undefined && others.length === 0 ? first : 'issues';
}
