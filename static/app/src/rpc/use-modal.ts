import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { openModal, type ModalAnswer, type ModalRequest, type ModalSize } from './modals';
import { callKey } from './use-call';

/**
 * Opens one of our modals. When something was saved in it, every view of this window is read again.
 * Answers what was done in it.
 */
export function useModal(): (request: ModalRequest, size?: ModalSize) => Promise<ModalAnswer> {
  const client = useQueryClient();
  return useCallback(
    async (request, size) => {
      const answer = await openModal(request, size);
      if (answer.saved) await client.invalidateQueries({ queryKey: [callKey] });
      return answer;
    },
    [client],
  );
}
