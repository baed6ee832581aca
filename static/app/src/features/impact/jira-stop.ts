import { useState } from 'react';
import type { IssueId } from '../../../../../src/domain/ids';
import { judging as texts } from '../../messages/en/judging';
import type { Words } from '../../messages/use-words';
import { closeIssue, commentOn, type JiraOutcome, type WayToClose } from '../../rpc/jira-close';

/** What a person asks to be done with the issue of work they stop, in their own name. */
export type JiraDraft = {
  comment: boolean;
  text: string;
  close: boolean;
  /** null: the first way Jira offers. */
  transitionId: string | null;
  /** null: the first resolution that means not delivered. */
  resolutionId: string | null;
};

export const noJira: JiraDraft = {
  comment: false,
  text: '',
  close: false,
  transitionId: null,
  resolutionId: null,
};

/** One act on the issue, as it will be asked of Jira. */
export type JiraAct =
  { kind: 'comment'; text: string } | { kind: 'close'; transitionId: string; resolutionId: string | null };

/** The way and resolution that are chosen, or offered first: one that means not delivered, by the site's names. */
export function chosenWay(
  draft: JiraDraft,
  ways: readonly WayToClose[],
  notDelivered: readonly string[],
): { way: WayToClose; resolutionId: string | null } | null {
  const way = ways.find(({ transitionId }) => transitionId === draft.transitionId) ?? ways[0];
  if (!way) return null;
  const named = (name: string) => notDelivered.some((one) => one.toLowerCase() === name.toLowerCase());
  const offered = way.resolutions.find(({ name }) => named(name)) ?? null;
  const chosen = way.resolutions.find(({ id }) => id === draft.resolutionId) ?? offered;
  return { way, resolutionId: chosen?.id ?? null };
}

/** Each act that was tried, and what became of it. */
export type JiraResult = { act: JiraAct; outcome: JiraOutcome };

/** Does acts on an issue one after the other; a refused one does not keep the next from being tried. */
export function useJiraActs(issueId: IssueId) {
  const [results, setResults] = useState<JiraResult[]>([]);
  const [busy, setBusy] = useState(false);

  async function run(acts: readonly JiraAct[]): Promise<JiraResult[]> {
    setBusy(true);
    const done: JiraResult[] = [];
    for (const act of acts) {
      const outcome =
        act.kind === 'comment'
          ? await commentOn(issueId, act.text)
          : await closeIssue(issueId, act.transitionId, act.resolutionId);
      done.push({ act, outcome });
    }
    const others = results.filter(({ act }) => !acts.includes(act));
    setResults([...others, ...done]);
    setBusy(false);
    return done;
  }

  return { run, results, busy };
}

/** What became of an act, in a sentence. */
export function sayResult({ act, outcome }: JiraResult, key: string, { t }: Words): string {
  const comment = act.kind === 'comment';
  switch (outcome.kind) {
    case 'done':
      return t(comment ? texts.commented : texts.closed, { key });
    case 'refused':
      return t(comment ? texts.commentRefused : texts.closeRefused, { key, detail: outcome.detail }).trim();
    case 'unheard':
      return t(comment ? texts.commentUnheard : texts.closeUnheard, { key });
  }
}
