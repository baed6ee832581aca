import { useState } from 'react';
import type { IssueId } from '../../../../../src/domain/ids';
import { judging as texts } from '../../messages/en/judging';
import type { Words } from '../../messages/use-words';
import { closeIssue, commentOn, type JiraOutcome } from '../../rpc/jira-close';
import type { JiraAct } from './jira-draft';

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
