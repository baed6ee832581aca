import { isLocalDate, type LocalDate } from '../../../../../src/domain/dates';
import { numberText, parseNumber } from '../../components/number-text';
import type { KeyResultDraft } from '../objective/key-result-draft';
import type { SaidColumns } from './document';

/** What columns say of a key result's number, as far as it is clear; `left`: what is not, to go into the notes. */
export type ReadColumns = { draft: Partial<KeyResultDraft>; current: number | null; left: string[] };

/** A number beside its unit: "45 %", "€1,200", "37 NPS". null: no number, or one that could be read in two ways. */
export function amountIn(text: string, locale: string): number | null {
  const plain = text.replace(/^[^\d.,+\u2212-]+|[^\d.,]+$/gu, '');
  return parseNumber(plain, locale) ?? parseNumber(plain, 'en');
}

/** Numbers, unit and due day of a row. */
export function readColumns(said: SaidColumns, locale: string): ReadColumns {
  const left: string[] = [];
  const amount = (name: 'start' | 'target' | 'current', head: string) => {
    const number = said[name] === '' ? null : amountIn(said[name], locale);
    if (number === null && said[name] !== '') left.push(`${head}: ${said[name]}`);
    return number;
  };
  const start = amount('start', 'Start');
  const target = amount('target', 'Target');
  const current = amount('current', 'Current');
  const due = dueOf(said.due);
  if (due === null && said.due !== '') left.push(`Due: ${said.due}`);
  if (start !== null && (target === null || target === start)) left.push(`Start: ${said.start}`);
  return {
    draft: {
      ...(target === null ? {} : { target: numberText(target, locale) }),
      ...(start !== null && target !== null && start !== target
        ? {
            metric: target > start ? ('increase' as const) : ('decrease' as const),
            start: numberText(start, locale),
          }
        : {}),
      ...unitOf(said),
      ...(due === null ? {} : { dueOn: due }),
    },
    current,
    left,
  };
}

/** Only what can be meant in one way: 2026-06-30, or with a month in words. */
function dueOf(text: string): LocalDate | null {
  const start = text.slice(0, 10);
  if (isLocalDate(start)) return start;
  if (!/[a-z]{3}/i.test(text)) return null;
  const ms = Date.parse(`${text} UTC`);
  const day = Number.isFinite(ms) ? new Date(ms).toISOString().slice(0, 10) : '';
  return isLocalDate(day) ? day : null;
}

function unitOf({ unit, start, target, current }: SaidColumns): Partial<KeyResultDraft> {
  const all = `${unit} ${start} ${target} ${current}`;
  if (/%|percent/i.test(all)) return { unit: 'percent' };
  const code = /\b(EUR|USD|GBP|CHF|JPY|INR|AUD|CAD)\b/.exec(all)?.[1];
  if (code !== undefined) return { unit: 'currency', currency: code };
  const sign = /[€$£]/.exec(all)?.[0];
  if (sign !== undefined)
    return { unit: 'currency', currency: { '€': 'EUR', $: 'USD', '£': 'GBP' }[sign] ?? 'EUR' };
  const duration = (['seconds', 'minutes', 'hours', 'days'] as const).find(
    (one) => one === unit.toLowerCase(),
  );
  if (duration) return { unit: 'duration', duration };
  return unit === '' || /^(?:number|numeric|#|count)$/i.test(unit)
    ? {}
    : { unit: 'custom', ownUnit: unit.slice(0, 12) };
}
