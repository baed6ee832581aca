/** The part of the call table that reads and saves the site's settings. */
import { z } from 'zod/mini';
import { settings } from './bodies';
import { call } from './declare-call';
import * as input from './inputs';
import type { OkrsReading } from './readings';

export const settingsCalls = {
  'settings.read': call<
    OkrsReading['site'] & {
      version: number;
      okrLead: boolean;
      migrations: { applied: number; known: number };
    }
  >()('reader', z.object({})),
  'settings.save': call<{ id: 'site'; version: number }>()(
    'okr-lead',
    z.object({
      ...input.change,
      settings,
      why: input.note(1000, 'the reason'),
    }),
  ),
} as const;
