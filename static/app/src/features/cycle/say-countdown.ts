import type { CycleReading } from '../../../../../src/contract/readings';
import { daysBetween, type LocalDate } from '../../../../../src/domain/dates';
import { cycleWords } from '../../messages/en/cycles';
import type { Words } from '../../messages/use-words';

/** "starts in 12 days", "ended 3 days ago"; '' where there is nothing to count to. */
export function sayCountdown(
  { phase, startsOn, endsOn }: Pick<CycleReading, 'phase' | 'startsOn' | 'endsOn'>,
  today: LocalDate,
  { t }: Words,
): string {
  if (phase === 'draft') {
    const count = daysBetween(today, startsOn);
    return count < 0 ? t(cycleWords.shouldHaveStarted, { count: -count }) : t(cycleWords.startsIn, { count });
  }
  if (phase === 'closed') return '';
  const count = daysBetween(today, endsOn);
  return count < 0 ? t(cycleWords.endedAgo, { count: -count }) : t(cycleWords.endsIn, { count });
}
