import {
  isJiraId,
  isUuid,
  type CheckInId,
  type InitiativeId,
  type IssueId,
  type KeyResultId,
  type KpiId,
  type OutsideEventId,
  type ProjectId,
} from '../../../../src/domain/ids';
import { usePlace } from './place-context';

/** What this modal was opened with, one value at a time. Throws when one is missing: only our own code opens it. */
export function useModalInput() {
  const modal = usePlace().modal ?? {};
  const fail = (name: string): never => {
    throw new Error(`this modal was opened without ${name}`);
  };
  return {
    text: (name: string): string => {
      const value = modal[name];
      return typeof value === 'string' ? value : fail(name);
    },
    keyResultId: (): KeyResultId => {
      const value = modal.keyResultId;
      return isUuid<'key-result'>(value) ? value : fail('keyResultId');
    },
    kpiId: (): KpiId => {
      const value = modal.kpiId;
      return isUuid<'kpi'>(value) ? value : fail('kpiId');
    },
    checkInId: (): CheckInId => {
      const value = modal.checkInId;
      return isUuid<'check-in'>(value) ? value : fail('checkInId');
    },
    initiativeId: (): InitiativeId => {
      const value = modal.initiativeId;
      return isUuid<'initiative'>(value) ? value : fail('initiativeId');
    },
    issueId: (): IssueId => {
      const value = modal.issueId;
      return isJiraId<'issue'>(value) ? value : fail('issueId');
    },
    /** null: a new event. */
    eventId: (): OutsideEventId | null => (isUuid<'outside-event'>(modal.eventId) ? modal.eventId : null),
    projectId: (): ProjectId | null => (isJiraId<'project'>(modal.projectId) ? modal.projectId : null),
  };
}
