/** Whether the mark of an outside event makes sense (design §3.8). */
import type { LocalDate } from './dates';
import { refusal, type Finding } from './finding';
import type { OutsideEvent } from './outside-event';

/** Everything wrong with an outside event marked on `today` (the day in the team's time zone); empty when nothing is. */
export function checkOutsideEvent(
  { kind, on, until }: Pick<OutsideEvent, 'kind' | 'on' | 'until'>,
  today: LocalDate,
): Finding[] {
  const findings: Finding[] = [];
  if (on > today) {
    findings.push(refusal('on', 'This day lies in the future: mark the event once it has happened.'));
  }
  if (until !== null && until < on) {
    findings.push(refusal('until', 'It ends before it begins: choose a last day on or after the first.'));
  }
  if (until !== null && kind === 'definition') {
    findings.push(
      refusal('until', 'A changed definition stays: leave the last day out, and mark the next change.'),
    );
  }
  return findings;
}
