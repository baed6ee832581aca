import { isLocalDate } from '../../../../../src/domain/dates';
import type { Unit } from '../../../../../src/domain/metric';
import { sayChange, sayValue } from '../../../../../src/domain/say';
import { changeWords as texts } from '../../messages/en/changes';
import type { Message } from '../../messages/messages';
import type { Words } from '../../messages/use-words';
import { dayIn, numberIn, partOf, type Json } from './read-json';

/** What is stored by a name that people do not use: of a number's source. */
const storedNames: Partial<Record<string, Partial<Record<string, Message>>>> = {
  kind: { person: texts.fromPeople, jql: texts.fromSearch, kpi: texts.fromKpi },
  every: { day: texts.eachDay, cadence: texts.eachCheckIn },
};

/** What a value is read with: the unit of the key result, and names of teams and cycles by id, where they are known. */
export type Beside = { unit?: Unit | null; names?: ReadonlyMap<string, string> };

/** A value of a field as a person reads it. */
export function sayFieldValue(
  field: string,
  value: Json,
  { unit = null, names = new Map() }: Beside,
  words: Words,
): string {
  const { t } = words;
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return t(texts.nothing);
  const named = typeof value === 'string' ? storedNames[field]?.[value] : undefined;
  if (named) return t(named);
  if (isMeasured(field) && typeof value === 'number' && unit !== null)
    return sayValue(value, unit, words.locale);
  if (field === 'metric') return sayMetric(value, unit, words);
  if (field === 'serves') return sayServes(value, words);
  if (field === 'parentId' && typeof value === 'string') return names.get(value) ?? t(texts.another);
  if (field === 'projectIds' && Array.isArray(value)) return t(texts.projects, { count: value.length });
  if (field === 'priorities' && Array.isArray(value))
    return value.map((one) => sayPriority(one, words)).join('; ');
  if (field === 'hypothesis') return sayHypothesis(value, unit, words);
  return sayAny(value, words);
}

/** Numbers in the unit of what was measured. */
const isMeasured = (field: string) => field === 'value' || field === 'min' || field === 'max';

/** "2027: fewer, better schools". */
function sayPriority(one: Json, words: Words): string {
  return `${numberIn(one, 'year') ?? '?'}: ${sayAny(partOf(one, 'text'), words)}`;
}

/** "from 40 % to 80 %", "at least 99", "3 milestones, worth 10 in all". */
export function sayMetric(value: Json, unit: Unit | null, words: Words): string {
  const { t, number } = words;
  const say = (one: number | null) =>
    one === null ? '?' : unit === null ? number(one) : sayValue(one, unit, words.locale);
  const min = numberIn(value, 'min');
  const max = numberIn(value, 'max');
  const findBy = dayIn(value, 'findBy');
  switch (partOf(value, 'kind')) {
    case 'increase':
    case 'decrease':
      return t(texts.fromTo, {
        start: say(numberIn(value, 'start')),
        target: say(numberIn(value, 'target')),
      });
    case 'maintain':
      if (min !== null && max !== null) return t(texts.between, { min: say(min), max: say(max) });
      return min === null ? t(texts.atMost, { max: say(max) }) : t(texts.atLeast, { min: say(min) });
    case 'milestones': {
      const all = partOf(value, 'milestones');
      const list = Array.isArray(all) ? all : [];
      const weight = list.reduce<number>((sum, one) => sum + (numberIn(one, 'weight') ?? 0), 0);
      return t(texts.milestones, { count: list.length, weight: number(weight) });
    }
    case 'not-measurable-yet':
      return t(texts.notYet, { day: findBy === null ? '?' : words.day(findBy) });
    default:
      return sayAny(value, words);
  }
}

/** The kind of thing, and the reason where it is nothing: what it was may not be the reader's to see. */
function sayServes(value: Json, { t }: Words): string {
  const why = partOf(value, 'why');
  switch (partOf(value, 'kind')) {
    case 'objective':
      return t(texts.servesObjective);
    case 'key-result':
      return t(texts.servesKeyResult);
    case 'none':
      return t(texts.servesNone, { why: typeof why === 'string' ? why : '' });
    default:
      return t(texts.nothing);
  }
}

function sayHypothesis(value: Json, unit: Unit | null, words: Words): string {
  const { t, number, locale } = words;
  const kind = partOf(value, 'kind');
  if (kind === 'skipped') return t(texts.skipped);
  if (kind !== 'stated') return t(texts.leftToOwner);
  const stated = partOf(value, 'hypothesis');
  const effect = numberIn(stated, 'effect') ?? 0;
  return t(texts.effect, {
    effect: unit === null ? number(effect) : sayChange(effect, unit, locale),
    days: numberIn(stated, 'lagDays') ?? 0,
  });
}

/** What has no words of its own: texts as they are, kinds without hyphens, the rest part by part. */
function sayAny(value: Json, words: Words): string {
  const { t, number, day } = words;
  if (value === null) return t(texts.nothing);
  if (typeof value === 'boolean') return t(value ? texts.yes : texts.no);
  if (typeof value === 'number') return number(value, 4);
  if (typeof value === 'string') {
    if (isLocalDate(value)) return day(value);
    return /^[a-z]+(-[a-z]+)+$/.test(value) ? value.replaceAll('-', ' ') : value;
  }
  if (Array.isArray(value)) return value.map((one) => sayAny(one, words)).join(', ');
  return Object.entries(value)
    .filter(([, part]) => part !== null)
    .map(([key, part]) => (key === 'kind' ? sayAny(part, words) : `${plain(key)} ${sayAny(part, words)}`))
    .join(', ');
}

const plain = (key: string) => key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
