import { Fragment } from 'react';
import { isAccountId } from '../../../../../src/domain/ids';
import { isLocalDate } from '../../../../../src/domain/dates';
import { loose } from '../../boot/place';
import { Person } from '../../components/person';
import { historyWords } from '../../messages/en/history';
import { overview } from '../../messages/en/overview';
import { writing } from '../../messages/en/writing';
import type { Message } from '../../messages/messages';
import { useWords, type Words } from '../../messages/use-words';

/** Names of teams and cycles by id, for values that are ids. */
export type Names = ReadonlyMap<string, string>;

const said: Record<string, Message> = {
  organisation: writing.organisation,
  department: writing.department,
  team: writing.teamLevel,
  person: writing.person,
  weekly: writing.weekly,
  'every-two-weeks': writing.everyTwoWeeks,
  monthly: writing.monthly,
  draft: overview.draft,
  active: overview.active,
  scoring: overview.scoring,
  closed: overview.closed,
};

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function sayOne(value: unknown, { t, day }: Words): string {
  if (value === null || value === '') return t(historyWords.nothing);
  if (value === true) return t(historyWords.yes);
  if (value === false) return t(historyWords.no);
  if (typeof value !== 'string') return JSON.stringify(value);
  const known = said[value];
  if (known) return t(known);
  return isLocalDate(value) ? day(value) : value;
}

/** "2027: fewer, better schools". */
function sayYear(one: unknown): string {
  const { year, text } = loose(one);
  return `${String(year)}: ${String(text)}`;
}

/** A value of a change as a person reads it; people by name, teams and cycles too. */
export function ChangeValue({ field, text, names }: { field: string; text: string; names: Names }) {
  const words = useWords();
  const { t } = words;
  const value = parsed(text);
  if (field === 'lead' || field === 'members') {
    const ids = (Array.isArray(value) ? value : [value]).filter((one) => isAccountId(one));
    if (ids.length === 0) return <>{t(historyWords.nothing)}</>;
    return ids.map((id, at) => (
      <Fragment key={id}>
        {at > 0 && ', '}
        <Person id={id} inline />
      </Fragment>
    ));
  }
  if (field === 'projectIds' && Array.isArray(value)) {
    return <>{t(historyWords.projectCount, { count: value.length })}</>;
  }
  if (field === 'priorities' && Array.isArray(value)) {
    return <>{value.length === 0 ? t(historyWords.nothing) : value.map((one) => sayYear(one)).join('; ')}</>;
  }
  if (field === 'parentId' && typeof value === 'string') {
    return <>{names.get(value) ?? t(historyWords.gone)}</>;
  }
  return <>{sayOne(value, words)}</>;
}
