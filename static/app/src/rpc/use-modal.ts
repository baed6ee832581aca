import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { openModal, type ModalRequest, type ModalSize } from './modals';
import { callKey } from './use-call';

/**
 * Opens one of our modals. When something was saved in it, every view of this window is read again.
 * Answers whether something was saved.
 */
export function useModal(): (request: ModalRequest, size?: ModalSize) => Promise<boolean> {
  const client = useQueryClient();
  return useCallback(
    async (request, size) => {
      const saved = await openModal(request, size);
      if (saved) await client.invalidateQueries({ queryKey: [callKey] });
      return saved;
    },
    [client],
  );
}
