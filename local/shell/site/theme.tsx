import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';
import { themeAttributes, type ColorMode } from '../../frames/theme-names';

const storageKey = 'waymark-local-theme';

interface ThemeChoice {
  mode: ColorMode;
  switchMode: () => void;
}

const ThemeContext = createContext<ThemeChoice>({ mode: 'light', switchMode: () => undefined });

/** Puts the remembered theme on the page before anything is drawn. */
export function wearRememberedTheme(): ColorMode {
  const mode = localStorage.getItem(storageKey) === 'dark' ? 'dark' : 'light';
  wear(mode);
  return mode;
}

export function ThemeProvider({ initial, children }: { initial: ColorMode; children: ReactNode }) {
  const [mode, setMode] = useState(initial);
  const switchMode = useCallback(() => {
    setMode((current) => {
      const next = current === 'light' ? 'dark' : 'light';
      localStorage.setItem(storageKey, next);
      wear(next);
      return next;
    });
  }, []);
  const choice = useMemo(() => ({ mode, switchMode }), [mode, switchMode]);
  return <ThemeContext.Provider value={choice}>{children}</ThemeContext.Provider>;
}

export function useTheme(): ThemeChoice {
  return useContext(ThemeContext);
}

function wear(mode: ColorMode): void {
  for (const [name, value] of Object.entries(themeAttributes(mode))) {
    document.documentElement.setAttribute(name, value);
  }
}
