import type { QueryClient } from '@tanstack/query-core';
import type { ComponentType } from 'react';
import type { Place } from '../boot/place';
import { readPanel } from '../features/panel/panel-queries';

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
  'plan-sprint': () => import('./plan-sprint'),
  'plan-board': () => import('./plan-board'),
  'plan-backlog': () => import('./plan-backlog'),
  'attach-from-search': () => import('./attach-from-search'),
  'okr-macro': () => import('./okr-macro'),
  'okr-macro-config': () => import('./okr-macro-config'),
  attach: () => import('./attach'),
  hypothesis: () => import('./hypothesis'),
  'attach-many': () => import('./attach-many'),
  'check-in': () => import('./check-in'),
  'correct-kpi-value': () => import('./correct-kpi-value'),
  'number-source': () => import('./number-source'),
  'correct-value': () => import('./correct-value'),
  judge: () => import('./judge'),
  'outside-event': () => import('./outside-event'),
} satisfies Record<string, Load>;

export type SurfaceKey = keyof typeof surfaces;

/**
 * What a surface will ask for first, asked while its code is still on the way (docs/decisions/0014). What is imported
 * here is loaded before every surface: only what cannot wait.
 */
export const firstReads: Partial<Record<SurfaceKey, (client: QueryClient, place: Place) => Promise<void>>> = {
  'issue-panel': async (client, { issue }) => {
    if (issue !== null) await readPanel(client, issue.id);
  },
};
