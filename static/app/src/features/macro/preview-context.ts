import { createContext, useContext } from 'react';

/** In the settings' preview nothing leads away: a link would leave the settings, and the page being written, behind. */
export const PreviewContext = createContext(false);

export function useIsPreview(): boolean {
  return useContext(PreviewContext);
}
