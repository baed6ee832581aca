/** `/jql/function/computation`: the app reads and replaces what is kept of its JQL functions. */
import { z } from 'zod';
import type { Precomputation } from '../../site/model';
import { text, whole } from '../../site/query';
import { NotModelled, Refused, type Answer, type Asked } from '../../site/serve';
import type { Site } from '../../site/site';
import { fragmentOf } from './app-functions';

function onlyTheApp({ caller }: Asked): void {
  if (caller.kind !== 'app') throw new Refused(403, 'Only the app that provides a function may do this.');
}

const at = (epoch: number): string => new Date(epoch).toISOString().replace('Z', '+0000');

function represent({ value, error, created, updated, used, ...call }: Precomputation) {
  return {
    ...call,
    ...(value === null ? {} : { value }),
    ...(error === null ? {} : { error }),
    created: at(created),
    updated: at(updated),
    used: at(used),
  };
}

export function getPrecomputations(site: Site, asked: Asked): Answer {
  onlyTheApp(asked);
  const { query } = asked;
  const orderBy = text(query, 'orderBy') ?? 'created';
  if (text(query, 'functionKey') !== undefined || orderBy !== 'created') {
    throw new NotModelled('a list of precomputations by function or in another order than of creation');
  }
  const all = [...site.store.state.precomputations].sort((a, b) => a.created - b.created);
  const startAt = whole(query, 'startAt', 0);
  const maxResults = Math.min(whole(query, 'maxResults', 100), 100);
  return {
    status: 200,
    body: {
      startAt,
      maxResults,
      total: all.length,
      isLast: startAt + maxResults >= all.length,
      values: all.slice(startAt, startAt + maxResults).map(represent),
    },
  };
}

const updates = z.object({
  values: z.array(z.object({ id: z.string(), value: z.string().optional(), error: z.string().optional() })),
});

/** All or none: one fragment that cannot be read refuses them all. */
export function updatePrecomputations(site: Site, asked: Asked): Answer {
  onlyTheApp(asked);
  const { values } = updates.parse(asked.body);
  const { state } = site.store;
  const kept = new Map(state.precomputations.map((one) => [one.id, one]));
  const missing = values.map(({ id }) => id).filter((id) => !kept.has(id));
  if (missing.length > 0 && text(asked.query, 'skipNotFoundPrecomputations') !== 'true') {
    throw new Refused(404, `Precomputations were not found: ${missing.join(', ')}.`);
  }
  for (const { id, value } of values) {
    if (value !== undefined) fragmentOf(kept.get(id)?.functionName ?? '', value);
  }
  for (const { id, value, error } of values) {
    const one = kept.get(id);
    if (!one) continue;
    one.value = value ?? null;
    one.error = value === undefined ? (error ?? '') : null;
    one.updated = site.now();
  }
  site.store.changed();
  return missing.length > 0 ? { status: 200, body: { notFoundPrecomputationIDs: missing } } : { status: 204 };
}
