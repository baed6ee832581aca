/** The part of the call table that reminders use. */
import { z } from 'zod/mini';
import type { ReminderChoiceId } from '../domain/ids';
import { reminderDays, type ReminderDay } from '../domain/reminder-day';
import { call } from './declare-call';
import * as input from './inputs';

/** On which day a person is reminded; `id` null and version 0: they have not chosen. */
export type ReminderChoice = { id: ReminderChoiceId | null; version: number; day: ReminderDay };

export const reminderCalls = {
  /** The day on which the person asking is reminded by e-mail, or never. */
  'reminder.choose': call<{ id: ReminderChoiceId; version: number }>()(
    'reader',
    z.object({
      id: input.reminderChoiceId,
      ...input.writing,
      day: z.enum(reminderDays, 'Choose a day from the list.'),
    }),
  ),
} as const;
