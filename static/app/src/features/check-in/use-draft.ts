import { useState } from 'react';
import type { Stood } from '../../components/how-it-stands';
import { emptyDraft, forgetDraft, keepDraft, keptDraft, type CheckInDraft } from './draft';

/** The check-in being typed; what is half typed survives closing the dialog. */
export function useDraft({ keyResult, standing, today }: Stood) {
  const [start] = useState(() => {
    const empty = emptyDraft(today, standing.reached);
    const kept = keptDraft(keyResult.id, empty);
    return { empty, draft: kept ?? empty, restored: kept !== null };
  });
  const [draft, setDraft] = useState(start.draft);
  const [restored, setRestored] = useState(start.restored);
  return {
    draft,
    /** Something half typed was found. */
    restored,
    change: (part: Partial<CheckInDraft>) => {
      const next = { ...draft, ...part };
      setDraft(next);
      keepDraft(keyResult.id, next, start.empty);
    },
    discard: () => {
      forgetDraft(keyResult.id);
      setDraft(start.empty);
      setRestored(false);
    },
    /** It was recorded: nothing is half typed any more. */
    forget: () => forgetDraft(keyResult.id),
  };
}
