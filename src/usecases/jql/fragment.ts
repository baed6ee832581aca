/** JQL that stands in for a function. It is the same for everybody; Jira shows each searcher what they may see of it. */
import type { IssueId } from '../../domain/ids';

/** Which issues a fragment selects. */
export type Selection = {
  /** These issues themselves; null: every issue that is attached to something everybody may see. */
  attached: readonly IssueId[] | null;
  /** Their children serve with them, unless they have key results of their own. */
  parents: readonly IssueId[];
  /** What is beneath them and has, or may have, children of its own. */
  branches: readonly IssueId[];
};

/** Jira refuses a fragment with more than 1,000 values (Forge docs, "Manage the 1,000 value limit"). */
export const mostValues = 990;

/** How many values the fragment has that Jira counts. */
export function valuesOf({ attached, parents, branches }: Selection): number {
  return (attached?.length ?? 1) + parents.length + branches.length + 3;
}

/**
 * The JQL that selects these issues, or with `but` all others. Children are named by their parents, so it stays true when
 * some are added or taken away. JQL leaves out issues without a value wherever something is unequal, so EMPTY is asked for
 * in words, in both forms: people also write NOT before a function.
 */
export function fragmentOf(selection: Selection, but: boolean): string {
  const { attached, parents, branches } = selection;
  const own = (is: 'is' | 'is not') => `waymark.keyResults ${is} EMPTY`;
  const lists = [parents, branches].filter((ids) => ids.length > 0).map((ids) => `(${ids.join(', ')})`);
  // Every issue has a project: the first selects nothing, the second everything.
  if (attached?.length === 0) return but ? 'project is not EMPTY' : 'project is EMPTY';
  const direct = attached && `(${attached.join(', ')})`;
  if (!but) {
    const itself = direct === null ? own('is not') : `issue in ${direct}`;
    if (lists.length === 0) return itself;
    const beneath = lists.map((list) => `parent in ${list}`).join(' OR ');
    return `(${itself} OR (${own('is')} AND parent is not EMPTY AND (${beneath})))`;
  }
  const itself = direct === null ? own('is') : `issue not in ${direct}`;
  if (lists.length === 0) return itself;
  const beneath = lists.map((list) => `parent not in ${list}`).join(' AND ');
  return `(${itself} AND (${own('is not')} OR parent is EMPTY OR (${beneath})))`;
}

/** The parents and branches that a fragment of ours names; null: it is none of ours. */
export function parentsIn(fragment: string): Pick<Selection, 'parents' | 'branches'> | null {
  if (!/^\(?(?:issue|project|waymark)/.test(fragment)) return null;
  const lists = [...fragment.matchAll(/parent (?:not )?in \(([\d, ]*)\)/g)].map(([, ids = '']) =>
    ids.split(', ').map((id) => id as IssueId),
  );
  return { parents: lists[0] ?? [], branches: lists[1] ?? [] };
}
