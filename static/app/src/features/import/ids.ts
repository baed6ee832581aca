import { v5 } from 'uuid';
import {
  isUuid,
  type CheckInId,
  type CycleId,
  type InitiativeId,
  type KeyResultId,
  type ObjectiveId,
  type RequestId,
  type Tagged,
  type TeamId,
} from '../../../../../src/domain/ids';

const namespace = '6f9d3c1e-52f4-4b0a-9a57-3d1c8a0f7b21';

/** Where an import goes. */
export type ImportPlace = { teamId: TeamId; cycleId: CycleId };

/**
 * The ids of a document's items in a team's cycle. They follow from place and path alone, so that importing the same
 * document again finds what it made before, and a retry is the same act (design §5 Storage).
 */
export function idsIn({ teamId, cycleId }: ImportPlace) {
  const here = v5(`${teamId}/${cycleId}`, namespace);
  const id = <K extends string>(name: string) => tag<K>(v5(name, here));
  return {
    objective: (path: string): ObjectiveId => id(`objective:${path}`),
    keyResult: (path: string): KeyResultId => id(`key-result:${path}`),
    /** The value a table gives as current. */
    checkIn: (path: string): CheckInId => id(`current:${path}`),
    /** An issue that serves two key results is attached twice. */
    initiative: (path: string, keyResult: string): InitiativeId => id(`initiative:${path}>${keyResult}`),
    /** Marks the Jira issue made for an initiative, however many key results it serves. */
    label: (path: string): string => `waymark-${v5(`issue:${path}`, here).slice(0, 8)}`,
  };
}

/** The request that creates a row: one row is created once. */
export function requestOf(id: string): RequestId {
  return requestFor('create', id);
}

/** The request of another act that an import does once to a row it made. */
export function requestFor(act: string, id: string): RequestId {
  return tag(v5(act, id));
}

function tag<K extends string>(text: string): Tagged<K> {
  if (!isUuid<K>(text)) throw new Error(`not a UUID: ${text}`);
  return text;
}
