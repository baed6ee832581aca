import { addDays, instant, isLocalDate, type Instant, type LocalDate } from '../../../../../src/domain/dates';
import { isAccountId, isUuid, type AccountId, type TeamId } from '../../../../../src/domain/ids';
import type { Input } from '../../../../../src/contract/calls';
import type { HistoryEntry } from '../../../../../src/contract/readings';

type Within = NonNullable<Input<'site-history.read'>['within']>;

/** What of the history is shown; the address of the page holds it, to be shared. */
export type HistoryFilter = {
  entity: HistoryEntry['entity'] | null;
  by: AccountId | null;
  within: Within | null;
  from: LocalDate | null;
  /** Included. */
  to: LocalDate | null;
};

/** Every kind of thing that has a history, in the order it is chosen from. */
export const entities = [
  'team',
  'cycle',
  'objective',
  'key-result',
  'initiative',
  'outside-event',
  'score',
  'retrospective',
  'alignment',
  'dependency',
  'reminder-choice',
  'settings',
] as const satisfies readonly HistoryEntry['entity'][];

const kinds = ['team', 'cycle', 'objective', 'key-result'] as const;

/** The filter that an address asks for; what it does not understand is left out. */
export function filterOf(params: URLSearchParams): HistoryFilter {
  const by = params.get('by');
  const from = params.get('from');
  const to = params.get('to');
  return {
    entity: entities.find((one) => one === params.get('kind')) ?? null,
    by: isAccountId(by) ? by : null,
    within: withinOf(params.get('of')),
    from: isLocalDate(from) ? from : null,
    to: isLocalDate(to) ? to : null,
  };
}

function withinOf(text: string | null): Within | null {
  const [kind, id] = text?.split(':') ?? [];
  const known = kinds.find((one) => one === kind);
  return known && isUuid(id) ? { kind: known, id } : null;
}

/** The address of a filter. */
export function paramsOf({ entity, by, within, from, to }: HistoryFilter): Record<string, string> {
  const parts = { kind: entity, by, of: within && `${within.kind}:${within.id}`, from, to };
  return Object.fromEntries(
    Object.entries(parts).flatMap(([key, value]) => (value === null ? [] : [[key, value]])),
  );
}

/** The team whose history is shown, if it is a team's. */
export function teamOf({ within }: HistoryFilter): TeamId | null {
  return within?.kind === 'team' && isUuid<'team'>(within.id) ? within.id : null;
}

/** What to ask for. Days are the reader's. */
export function askedOf({
  entity,
  by,
  within,
  from,
  to,
}: HistoryFilter): Omit<Input<'site-history.read'>, 'before'> {
  return {
    entity,
    by,
    within,
    from: from && startOf(from),
    to: to && startOf(addDays(to, 1)),
  };
}

/** When a day begins for the reader. */
function startOf(day: LocalDate): Instant {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return instant(new Date(year, month - 1, date).getTime());
}
