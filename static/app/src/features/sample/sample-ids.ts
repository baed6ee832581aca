import { v5 } from 'uuid';
import {
  isUuid,
  type CycleId,
  type RequestId,
  type Tagged,
  type TeamId,
} from '../../../../../src/domain/ids';
import type { CycleSlug } from './company';

const namespace = 'c1a7d0b2-6b0e-4b56-9d1f-2f7a5e3c9041';

/** Names an item of the sample company on one site; the same name is the same id, today and next year. */
export type SampleIds = <K extends string>(name: string) => Tagged<K>;

/** Ids that follow from the site and an item's name alone: filling twice makes nothing twice (design §5 Storage). */
export function sampleIdsOf(siteUrl: string): SampleIds {
  const here = v5(siteUrl, namespace);
  return <K extends string>(name: string) => tag<K>(v5(name, here));
}

/** A team of the sample company, by its slug. */
export function teamId(ids: SampleIds, slug: string): TeamId {
  return ids(`team:${slug}`);
}

/** A cycle of the sample company. */
export function cycleId(ids: SampleIds, slug: CycleSlug): CycleId {
  return ids(`cycle:${slug}`);
}

/** The request of the act `name` on a row. */
export function requestOf(rowId: string, name: string): RequestId {
  return tag(v5(name, rowId));
}

function tag<K extends string>(text: string): Tagged<K> {
  if (!isUuid<K>(text)) throw new Error(`not a UUID: ${text}`);
  return text;
}
