import type { LearningRow } from '../../../../../src/domain/learning';
import type { LearntWork } from '../../../../../src/domain/learnt-work';

/** Work before Jira said what kind it is: enough for counts, sizes and lags. */
export function withoutKinds(work: readonly LearntWork[]): LearningRow[] {
  return work.map((one) => ({ ...one, issueType: null, labels: [] }));
}
