import type { Board } from '../api/agile';
import type { Extension } from '../host/frame-host';

/** What an action of a board, a sprint or a backlog is told of where it is: project and board, ids as texts. */
export function boardContext(
  projects: readonly { id: string; key: string }[] | undefined,
  projectKey: string,
  boards: readonly Board[] | undefined,
  boardId: string | undefined,
): Extension {
  const project = projects?.find(({ key }) => key === projectKey);
  const board = boards?.find(({ id }) => String(id) === boardId) ?? boards?.[0];
  return {
    ...(project ? { project: { id: project.id, key: project.key, type: 'software' } } : {}),
    ...(board ? { board: { id: String(board.id), type: board.type } } : {}),
  };
}
