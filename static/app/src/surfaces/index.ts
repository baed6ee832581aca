import type { ComponentType } from 'react';

type Load = () => Promise<{ default: ComponentType }>;

/**
 * Every surface by the name it is asked for: a module's key in manifest.yml, that key with `-config` for a macro's
 * configuration, or the `surface` our own modals are opened with. Each is its own chunk.
 */
export const surfaces = {
  'issue-panel': () => import('./issue-panel'),
  'project-page': () => import('./project-page'),
  'global-page': () => import('./global-page'),
  'admin-page': () => import('./admin-page'),
  'okr-macro': () => import('./okr-macro'),
  'okr-macro-config': () => import('./okr-macro-config'),
  attach: () => import('./attach'),
  hypothesis: () => import('./hypothesis'),
  'attach-many': () => import('./attach-many'),
  'check-in': () => import('./check-in'),
} satisfies Record<string, Load>;

export type SurfaceKey = keyof typeof surfaces;
