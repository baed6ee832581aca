import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import type { InitiativeId, IssueId, KeyResultId, ProjectId, RequestId } from '../../../../../src/domain/ids';
import { review } from '../../messages/en/review';
import { base } from '../../messages/en/base';
import { useWords } from '../../messages/use-words';
import { newId } from '../../rpc/act-ids';
import { call } from '../../rpc/call';
import { flag } from '../../rpc/flags';
import { JiraError } from '../../rpc/jira';
import { callKey } from '../../rpc/call-query';
import { createIssue, findLabelled, issueTypesOf } from '../../rpc/jira-create';
import type { IssueTarget } from '../import/draft';
import type { PickedIssue } from '../import/issue-picker';
import { likelyType } from '../import/likely-type';

/** Work that was written as a key result, and what becomes of it in Jira. */
export type WorkDraft = {
  summary: string;
  /** `create`: a new issue; `attach`: one that is there. */
  mode: 'create' | 'attach';
  target: IssueTarget | null;
  issue: PickedIssue | null;
};
/** What was asked of Jira for a draft; kept, so that saving again makes no second issue. */
type Asked = {
  id: InitiativeId;
  requestId: RequestId;
  label: string;
  issueId: IssueId | null;
  unheard: boolean;
};

/** Work whose issue is there. */
export type PreparedWork = { id: InitiativeId; requestId: RequestId; issueId: IssueId; summary: string };

export type Work = {
  draft: WorkDraft | null;
  busy: boolean;
  /** Why it cannot go on, in a sentence. */
  fault: string | null;
  begin: (summary: string, project: ProjectId | null) => void;
  change: (part: Partial<WorkDraft>) => void;
  end: () => void;
  /** Sees to it that the issue is there. `refused`: it is not, and `fault` says why. */
  prepare: () => Promise<PreparedWork | 'none' | 'refused'>;
  /** Attaches the issue; says so, or that it was not. */
  attach: (work: PreparedWork, keyResultId: KeyResultId) => Promise<void>;
};

/** What is turned into work, and the project its issue is likely to be in. */
type Begun = { summary: string; project: ProjectId | null };

/**
 * Turns a key result that reads as a task into work for the key result that is written instead (design §3.10). `begun`: what the
 * person turned into work before this was on the screen.
 */
export function useWork(begun: Begun | null = null): Work {
  const { t } = useWords();
  const client = useQueryClient();
  const [draft, setDraft] = useState(begun && draftOf(begun.summary));
  const [asked, setAsked] = useState<Asked | null>(null);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  // What was asked for under another draft says nothing of this one.
  const change = (part: Partial<WorkDraft>) => {
    setDraft((now) => (now === null ? null : { ...now, ...part }));
    setAsked(null);
    setFault(null);
  };

  const chooseType = useCallback((likely: ProjectId) => {
    void issueTypesOf(likely)
      .then((types) => {
        const typeId = likelyType(types)?.id;
        if (typeId === undefined) return;
        setDraft((now) => (now?.target === null ? { ...now, target: { projectId: likely, typeId } } : now));
      })
      // Without its types the person chooses the project.
      .catch((error: unknown) => console.error(error));
  }, []);
  const project = begun?.project ?? null;
  useEffect(() => {
    if (project !== null) chooseType(project);
  }, [project, chooseType]);

  function begin(summary: string, likely: ProjectId | null) {
    setDraft(draftOf(summary));
    setAsked(null);
    setFault(null);
    if (likely !== null) chooseType(likely);
  }

  async function issueOf(work: WorkDraft, ids: Asked): Promise<IssueId | null> {
    if (work.mode === 'attach') return work.issue?.id ?? null;
    if (ids.issueId !== null) return ids.issueId;
    const { target, summary } = work;
    if (target === null || target.typeId === '') return null;
    const found = ids.unheard ? await findLabelled(ids.label) : null;
    if (found !== null) return found;
    const made = await createIssue({
      ...target,
      summary: summary.trim(),
      label: ids.label,
      description: '',
      assignee: null,
    });
    if (made !== 'unheard') return made.id;
    setAsked({ ...ids, unheard: true });
    throw new JiraError(0, t(review.unheard));
  }

  async function prepare(): Promise<PreparedWork | 'none' | 'refused'> {
    if (draft === null) return 'none';
    const id = newId<'initiative'>();
    const ids = asked ?? { id, requestId: newId(), label: `waymark-${id}`, issueId: null, unheard: false };
    setBusy(true);
    setFault(null);
    try {
      const issueId = draft.summary.trim() === '' ? null : await issueOf(draft, ids);
      if (issueId === null) {
        setFault(t(draft.mode === 'create' ? review.chooseProject : review.chooseIssue));
        return 'refused';
      }
      setAsked({ ...ids, issueId });
      return { id: ids.id, requestId: ids.requestId, issueId, summary: draft.summary };
    } catch (error) {
      console.error(error);
      setFault(error instanceof JiraError && error.detail !== '' ? error.detail : t(base.jiraFailed));
      return 'refused';
    } finally {
      setBusy(false);
    }
  }

  async function attach(work: PreparedWork, keyResultId: KeyResultId): Promise<void> {
    const lost = (why: string) => flag({ title: t(review.notAttached), description: why, tone: 'error' });
    setBusy(true);
    try {
      const answer = await call('initiative.attach', {
        keyResultId,
        issues: [{ initiativeId: work.id, issueId: work.issueId }],
        requestId: work.requestId,
        // The sentence says what should change; by how much this work alone should move it, its owner is asked.
        hypothesis: { kind: 'left-to-owner' },
        publicName: '',
      });
      if (!answer.ok) {
        lost(answer.refusal.message);
        return;
      }
      flag({ title: t(review.madeInitiative, { work: work.summary }) });
      setDraft(null);
      setAsked(null);
      await client.invalidateQueries({ queryKey: [callKey] });
    } catch (error) {
      console.error(error);
      lost(t(base.callFailed));
    } finally {
      setBusy(false);
    }
  }

  return {
    draft,
    busy,
    fault,
    begin,
    change,
    end: () => {
      setDraft(null);
      setAsked(null);
      setFault(null);
    },
    prepare,
    attach,
  };
}

function draftOf(summary: string): WorkDraft {
  return { summary, mode: 'create', target: null, issue: null };
}
