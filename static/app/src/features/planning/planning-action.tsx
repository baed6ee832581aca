import { usePlace } from '../../boot/place-context';
import { Notice } from '../../components/notice';
import { planning as texts } from '../../messages/en/planning';
import { useWords } from '../../messages/use-words';
import { closeModal } from '../../rpc/modals';
import { placeOfAction } from './planning-place';
import { PlanningReview } from './planning-review';

/** The review of what an action of Jira Software was opened from. */
export function PlanningAction({ kind }: { kind: 'sprint' | 'board' | 'backlog' }) {
  const { t } = useWords();
  const place = placeOfAction(kind, usePlace());
  if (place === null) return <Notice tone="warning">{t(texts.notHere)}</Notice>;
  return <PlanningReview place={place} onClose={() => void closeModal(false)} />;
}
