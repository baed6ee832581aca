import { Modal, view } from '@forge/bridge';
import type {
  CheckInId,
  IssueId,
  InitiativeId,
  KeyResultId,
  KpiId,
  KpiValueId,
  OutsideEventId,
  ProjectId,
} from '../../../../src/domain/ids';
import { workDecisions, type WorkDecision } from '../../../../src/domain/judgement';
import { loose } from '../boot/place';

/** What our own modals are opened with. `surface` is a name of `src/surfaces/index.ts`; the rest is JSON. */
export type ModalRequest =
  | { surface: 'attach'; issueId: IssueId; issueKey: string; projectId: ProjectId | null }
  | { surface: 'hypothesis'; keyResultId: KeyResultId; initiativeId: InitiativeId }
  | { surface: 'attach-many'; keyResultId: KeyResultId }
  | { surface: 'judge'; keyResultId: KeyResultId; initiativeId: InitiativeId }
  /** `eventId` null: a new one. */
  | { surface: 'outside-event'; keyResultId: KeyResultId; eventId: OutsideEventId | null }
  | { surface: 'check-in'; keyResultId: KeyResultId }
  | { surface: 'correct-kpi-value'; kpiId: KpiId; checkInId: KpiValueId }
  | { surface: 'number-source'; keyResultId: KeyResultId }
  | { surface: 'correct-value'; keyResultId: KeyResultId; checkInId: CheckInId };

export type ModalSize = 'small' | 'medium' | 'large' | 'xlarge' | 'max';

/** What somebody decided of the work they judged; `decision` null: they judged and decided nothing. */
export type Decided = { decision: WorkDecision | null; reason: string };

/** What a closed surface tells who opened it. `decided` null: nothing was judged in it. */
export type ModalAnswer = { saved: boolean; decided: Decided | null };

/**
 * Opens one of our surfaces in the product's dialog (a dialog inside a 360 px panel is no place to work).
 * Resolves when it is closed: with what was done in it. Rejects when the product refuses to open it.
 */
export function openModal(request: ModalRequest, size: ModalSize = 'medium'): Promise<ModalAnswer> {
  return new Promise((resolve, reject) => {
    const modal = new Modal({
      size,
      context: request,
      onClose: (payload: unknown) => resolve(answerOf(payload)),
    });
    modal.open().catch(reject);
  });
}

/** What the product hands on of a closed surface; anything else, as of one that was dismissed, is nothing done. */
function answerOf(payload: unknown): ModalAnswer {
  const { saved, decided } = loose(payload);
  return { saved: saved === true, decided: decidedOf(decided) };
}

function decidedOf(value: unknown): Decided | null {
  const { decision, reason } = loose(value);
  if (typeof reason !== 'string') return null;
  return { decision: workDecisions.find((one) => one === decision) ?? null, reason };
}

/** Closes the modal this surface runs in, saying whether something was saved, and what was decided where it judged. */
export async function closeModal(saved: boolean, decided: Decided | null = null): Promise<void> {
  await view.close(saved ? { saved, decided } : undefined);
}
