import type { CycleReading } from '../../contract/readings';
import { refuse } from '../../contract/result';
import type { Refused } from '../acts';

/** Refuses what is said of a cycle's end unless it is being scored. Source: design §3.9, §3.12. */
export function refuseUnlessScoring({ name, phase }: Pick<CycleReading, 'name' | 'phase'>): Refused | null {
  switch (phase) {
    case 'scoring':
      return null;
    case 'closed':
      return refuse(
        'closed',
        `${name} is closed, so its scores stay as they are. An OKR lead can reopen it.`,
      );
    case 'draft':
    case 'active':
      return refuse(
        'invalid',
        `${name} is not scored yet. An OKR lead can start scoring on the cycles page.`,
      );
  }
}
