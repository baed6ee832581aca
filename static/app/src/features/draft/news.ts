import { useState } from 'react';
import type { ObjectiveReading } from '../../../../../src/contract/readings';

/** What is new to the reader since the page was opened: made or changed by others. */
export type News = ReadonlyMap<string, 'created' | 'changed'>;

type Versions = ReadonlyMap<string, number>;

/**
 * What others made and changed while the page is open. `own`: ids this person saved, and with which version they did; those are
 * no news.
 */
export function useNews(objectives: readonly ObjectiveReading[], own: Versions): News {
  const versions = versionsOf(objectives);
  const [opened] = useState(versions);
  return newsOf(opened, versions, own);
}

/** What differs between two readings but for this person's own saves. */
export function newsOf(opened: Versions, now: Versions, own: Versions): News {
  const news = new Map<string, 'created' | 'changed'>();
  for (const [id, version] of now) {
    const before = own.get(id) ?? opened.get(id);
    if (before === undefined) news.set(id, 'created');
    else if (version > before) news.set(id, 'changed');
  }
  return news;
}

function versionsOf(objectives: readonly ObjectiveReading[]): Versions {
  return new Map<string, number>(
    objectives.flatMap(({ id, version, keyResults }) => [
      [id, version] as const,
      ...keyResults.map((keyResult) => [keyResult.id, keyResult.version] as const),
    ]),
  );
}
