import { showFlag } from '@forge/bridge';
import { v7 } from 'uuid';

/** One short sentence for what happened, beside the page; with an act such as undo. */
export type FlagSpec = {
  title: string;
  description?: string;
  tone?: 'success' | 'info' | 'warning' | 'error';
  action?: { text: string; onClick: () => void };
};

/** Shows a flag. One with an action stays until the person closes it, so that undo cannot be missed. */
export function flag({ title, description, tone = 'success', action }: FlagSpec): void {
  const shown = showFlag({
    id: v7(),
    title,
    type: tone,
    isAutoDismiss: action === undefined,
    ...(description === undefined ? {} : { description }),
    ...(action === undefined
      ? {}
      : {
          actions: [
            {
              text: action.text,
              onClick: () => {
                void shown.close();
                action.onClick();
              },
            },
          ],
        }),
  });
}
