import { Modal, view } from '@forge/bridge';
import type {
  IssueId,
  InitiativeId,
  KeyResultId,
  OutsideEventId,
  ProjectId,
} from '../../../../src/domain/ids';

/** What our own modals are opened with. `surface` is a name of `src/surfaces/index.ts`; the rest is JSON. */
export type ModalRequest =
  | { surface: 'attach'; issueId: IssueId; issueKey: string; projectId: ProjectId | null }
  | { surface: 'hypothesis'; keyResultId: KeyResultId; initiativeId: InitiativeId }
  | { surface: 'attach-many'; keyResultId: KeyResultId }
  | { surface: 'judge'; keyResultId: KeyResultId; initiativeId: InitiativeId }
  /** `eventId` null: a new one. */
  | { surface: 'outside-event'; keyResultId: KeyResultId; eventId: OutsideEventId | null }
  | { surface: 'check-in'; keyResultId: KeyResultId };

export type ModalSize = 'small' | 'medium' | 'large' | 'xlarge' | 'max';

/**
 * Opens one of our surfaces in the product's dialog (a dialog inside a 360 px panel is no place to work).
 * Resolves when it is closed: true when something was saved in it. Rejects when the product refuses to open it.
 */
export function openModal(request: ModalRequest, size: ModalSize = 'medium'): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const modal = new Modal({
      size,
      context: request,
      onClose: (payload: unknown) => resolve(isSaved(payload)),
    });
    modal.open().catch(reject);
  });
}

function isSaved(payload: unknown): boolean {
  return typeof payload === 'object' && payload !== null && 'saved' in payload && payload.saved === true;
}

/** Closes the modal this surface runs in, saying whether something was saved. */
export async function closeModal(saved: boolean): Promise<void> {
  await view.close(saved ? { saved: true } : undefined);
}
