/** When the sample company's work was created, begun, reviewed and finished, in weeks before today. */
import { readWork, type ProjectFile, type WorkItem } from './read';

/** A piece of work with its moments, each in weeks ago or null when it has not happened. */
export interface Planned {
  readonly item: WorkItem;
  readonly created: number;
  readonly started: number | null;
  readonly reviewed: number | null;
  readonly ended: number | null;
}

type Epic = ProjectFile['epics'][number];

const HOUR = 1 / (7 * 24);

/** A fraction from 0 to 1 that is always the same for the same words, so that the company is the same every time. */
export function chance(words: string): number {
  let hash = 2_166_136_261;
  for (const letter of words) hash = Math.imul(hash ^ letter.charCodeAt(0), 16_777_619) >>> 0;
  return (hash % 1_000) / 1_000;
}

function planned(item: WorkItem, created: number, started: number, ended: number): Planned {
  const { state } = item;
  if (state === 'T') return { item, created, started: null, reviewed: null, ended: null };
  if (state === 'W' || state === 'X') return { item, created, started: null, reviewed: null, ended };
  if (state === 'P') return { item, created, started, reviewed: null, ended: null };
  const reviewed = started + (ended - started) * 0.7;
  return { item, created, started, reviewed, ended: state === 'R' ? null : ended };
}

/**
 * An epic's work one after another: finished pieces spread evenly from the first week to the last, the pieces under way
 * begun in what is left, or before it stalled.
 */
export function planEpic(epic: Epic): readonly Planned[] {
  const items = epic.work.map(readWork);
  const [first, last] = epic.weeks;
  const end = Math.max(last, epic.stalled, epic.state === 'doing' ? 0.4 : 0);
  const finished = items.filter((item) => item.state === 'D');
  return items.map((item, i) => {
    const created = first + 1.2 - i * 2 * HOUR - chance(item.summary) * 0.3;
    const turn = finished.indexOf(item);
    if (turn >= 0) {
      const slot = (first - end) / finished.length;
      const ended =
        epic.state === 'doing'
          ? end + 0.3 + (finished.length - 1 - turn) * slot * 0.95
          : end + (finished.length - 1 - turn) * slot;
      return planned(item, created, Math.min(first, ended + Math.max(0.4, slot * 0.9)), ended);
    }
    const late = end + 0.1 + chance(item.summary) * Math.min(0.8, Math.max(0.1, first - end - 0.2));
    const dropped = first - (first - end) * (0.3 + 0.4 * chance(item.summary));
    if (item.state === 'W' || item.state === 'X') return planned(item, created, first, dropped);
    return planned(item, created, Math.min(first, late + 0.5), late);
  });
}

/** Work outside epics: older first, a week or so each. */
export function planOrdinary(lines: ProjectFile['ordinary']): readonly Planned[] {
  const items = lines.map(readWork);
  const spread = 15 / items.length;
  const reached = items.filter((item) => item.state === 'D').length || 1;
  return items.map((item, i) => {
    const ended =
      item.state === 'D'
        ? 14 - (13.5 * items.slice(0, i).filter((one) => one.state === 'D').length) / reached
        : 0.2 + chance(item.summary) * 1.2;
    const started = ended + 0.4 + chance(item.summary) * 0.8;
    const created =
      item.state === 'T'
        ? 0.5 + chance(item.summary) * 9
        : started + 0.5 + chance(`${item.summary}!`) * spread;
    return planned(item, created, started, ended);
  });
}

const HOUR_MS = 60 * 60 * 1_000;
const DAY_MS = 24 * HOUR_MS;

/** Moves a moment into working hours (UTC) without changing the order of any two moments: nights become the day, weekends Friday evening. */
export function atWork(ms: number): number {
  const midnight = Math.floor(ms / DAY_MS) * DAY_MS;
  const [weekday, part] = [new Date(ms).getUTCDay(), (ms - midnight) / DAY_MS];
  if (weekday === 6) return midnight - DAY_MS + (17 + part / 2) * HOUR_MS;
  if (weekday === 0) return midnight - 2 * DAY_MS + (17.5 + part / 2) * HOUR_MS;
  return midnight + (9 + part * 8) * HOUR_MS;
}
