import { and, eq, inArray, sql } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/mysql-core';
import type { CheckIn } from '../domain/check-in';
import type { ObjectiveId } from '../domain/ids';
import type { KeyResultDefinition } from '../domain/metric';
import type { Database } from './database';
import { checkIn, keyResult } from './schema';
import { isCorrection, isLast, isLater, later, standing, standingValue } from './standing-value';
import { asText } from './read-as';

/** A key result with no more than its standing asks for. */
export type MeasuredKeyResult = {
  objectiveId: ObjectiveId;
  definition: KeyResultDefinition;
  checkIns: CheckIn[];
};

type CheckInRow = typeof checkIn.$inferSelect;

/** What a standing asks of a check-in. Names are short, since each of thousands of rows repeats them (`bytesOf` of map-page.ts). */
const said = () => ({
  id: asText<CheckInRow['id'] | null>(sql`${checkIn.id}`).as('i'),
  day: sql`${checkIn.day}`.mapWith(checkIn.day).as('d'),
  /** null: on that day. */
  madeOn: asText<CheckInRow['madeOn'] | null>(sql`NULLIF(${checkIn.madeOn}, ${checkIn.day})`).as('m'),
  recordedAt: sql`${checkIn.recordedAt}`.mapWith(checkIn.recordedAt).as('t'),
  value: sql`${standingValue}`.mapWith(checkIn.value).as('v'),
  confidence: sql`${checkIn.confidence}`.mapWith(checkIn.confidence).as('c'),
  reached: sql`${checkIn.reached}`.mapWith(checkIn.reached).as('r'),
  by: sql`''`.mapWith(checkIn.recordedBy).as('p'),
});
const nothingSaid = () => ({
  id: asText<CheckInRow['id'] | null>(sql`NULL`).as('i'),
  day: sql`NULL`.mapWith(checkIn.day).as('d'),
  madeOn: asText<CheckInRow['madeOn'] | null>(sql`NULL`).as('m'),
  recordedAt: sql`NULL`.mapWith(checkIn.recordedAt).as('t'),
  value: sql`NULL`.mapWith(checkIn.value).as('v'),
  confidence: sql`NULL`.mapWith(checkIn.confidence).as('c'),
  reached: sql`NULL`.mapWith(checkIn.reached).as('r'),
  by: sql`NULL`.mapWith(checkIn.recordedBy).as('p'),
});
/** What no standing asks for. */
const untold = { source: 'person', evidence: '', blocker: '', decision: null, ask: null } as const;

/** Reads how thousands of key results stand. */
export function createMeasuredReader(db: Database) {
  return {
    /**
     * The key results of these objectives, with what their status asks for and nothing that people wrote, values as they are after
     * their corrections. One statement.
     */
    async of(objectiveIds: readonly ObjectiveId[]): Promise<MeasuredKeyResult[]> {
      if (objectiveIds.length === 0) return [];
      const own = and(inArray(keyResult.objectiveId, [...objectiveIds]), eq(keyResult.removed, false));
      const number = sql`${keyResult.number}`.mapWith(keyResult.number).as('k');
      // A definition is kilobytes: it comes once, and not with every check-in.
      const rows = await unionAll(
        db
          .select({
            number,
            objectiveId: asText<ObjectiveId | null>(sql`NULL`).as('o'),
            definition: sql`NULL`.mapWith(keyResult.definition).as('x'),
            ...said(),
          })
          .from(keyResult)
          .innerJoin(checkIn, eq(checkIn.keyResultId, keyResult.id))
          .leftJoin(standing, isCorrection)
          .leftJoin(later, isLater)
          .where(and(own, isLast)),
        db
          .select({
            number,
            objectiveId: asText<ObjectiveId | null>(sql`${keyResult.objectiveId}`).as('o'),
            definition: sql`${keyResult.definition}`.mapWith(keyResult.definition).as('x'),
            ...nothingSaid(),
          })
          .from(keyResult)
          .where(own),
      );
      const found = new Map<number, MeasuredKeyResult>();
      for (const { number: of, objectiveId, definition } of rows) {
        if (objectiveId) found.set(of, { objectiveId, definition, checkIns: [] });
      }
      for (const {
        number: of,
        objectiveId: _objective,
        definition: _definition,
        id,
        madeOn,
        ...rest
      } of rows) {
        if (id) found.get(of)?.checkIns.push({ ...rest, ...untold, id, madeOn: madeOn ?? rest.day });
      }
      return [...found.values()];
    },
  };
}
