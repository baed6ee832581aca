import type { JiraAnswer, JiraUnavailable } from '../../atlassian/jira-request';
import { addDays, dayIn, type LocalDate } from '../../domain/dates';
import { isCountDue } from '../../domain/number-source';
import type { CountedSource } from '../../storage/number-source-repository';
import type { Upkeep } from '../work/keep-issues';
import { hashOfContent } from '../content-hash';
import { derivedId } from './derived-id';
import { countGuarded } from './guard';

/** A run has five minutes and shares Jira's points with all sites: the next one goes on. */
const mostARun = 200;

/** What a run did. */
export type SearchesCounted = { counted: number; withoutNumber: number };

/**
 * Counts the searches that are due and records each number as a measurement of its day, with the search beside it. A search in
 * conflict with what is attached, or one Jira does not run, stores nothing and says so on the key result and to its owner.
 * Where Jira does not answer the run ends, and the next one goes on. One INSERT decides under an id that follows from the
 * source and the day, so that runs may overlap and come twice. Source: design §1, §3.1.
 */
export async function countSearches(deps: Upkeep): Promise<JiraAnswer<SearchesCounted> | null> {
  const done: SearchesCounted = { counted: 0, withoutNumber: 0 };
  // Somewhere it is tomorrow already.
  const latest = addDays(dayIn('UTC', deps.now), 1);
  const sources = await deps.numberSources.uncounted(latest);
  const today = new Map(sources.map(({ id, timeZone }) => [id, dayIn(timeZone, deps.now)]));
  const due = sources.filter(({ id, every, cadence, countedOn, startsOn }) =>
    isCountDue(every ?? 'cadence', cadence, countedOn, startsOn, today.get(id) ?? latest),
  );
  const now = due.slice(0, mostARun).map(({ id }) => id);
  for (const source of await deps.numberSources.toCount(now)) {
    const unavailable = await countOne(deps, source, today.get(source.id) ?? latest, done);
    if (unavailable) return { ok: false, unavailable };
  }
  return sources.length === 0 ? null : { ok: true, value: done };
}

async function countOne(
  deps: Upkeep,
  source: CountedSource,
  today: LocalDate,
  done: SearchesCounted,
): Promise<JiraUnavailable | null> {
  const attached = await deps.numberSources.attachedTo(source.keyResultId);
  const found = await countGuarded(deps, source.jql, attached);
  if (!found.ok) {
    await deps.numberSources.ran(source, deps.now, 'unavailable', null);
    return found.unavailable;
  }
  if ('none' in found.value) {
    await deps.numberSources.ran(source, deps.now, found.value.none, null);
    done.withoutNumber += 1;
    return null;
  }
  await record(deps, source, today, found.value.count);
  await deps.numberSources.ran(source, deps.now, 'counted', today);
  done.counted += 1;
  return null;
}

async function record(deps: Upkeep, source: CountedSource, day: LocalDate, value: number): Promise<void> {
  const { id, version, keyResultId, changedBy, jql } = source;
  const run = `count ${id} ${version} ${day}`;
  const measurement = {
    id: derivedId<'check-in'>(run),
    day,
    madeOn: day,
    recordedAt: deps.now,
    by: changedBy,
    source: 'jql' as const,
    value,
    reached: null,
    confidence: null,
    evidence: jql,
    blocker: '',
    decision: null,
    ask: null,
  };
  await deps.checkIns.record(keyResultId, measurement, hashOfContent(run));
}
