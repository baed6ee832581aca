/** Whether a site's numbers make sense together (design §3.2). */
import { isLocalDate } from './dates';
import { checkNumber, refusal, type Finding } from './finding';
import type { Rules } from './rules';

/** Everything wrong with the rules somebody wants to save; empty when nothing is. */
export function checkRules({ pace, aspirational, holidays }: Rules): Finding[] {
  const numbers = [
    checkNumber('rules.pace.ahead', pace.ahead, 'the threshold of "ahead"'),
    checkNumber('rules.pace.onPace', pace.onPace, 'the threshold of "on pace"'),
    checkNumber('rules.pace.behind', pace.behind, 'the threshold of "behind"'),
    checkNumber('rules.aspirational', aspirational, 'the share for aspirational key results'),
  ].filter((finding) => finding !== null);
  if (numbers.length > 0) return numbers;
  const findings: Finding[] = [];
  if (pace.ahead <= pace.onPace) {
    findings.push(refusal('rules.pace.ahead', '"Ahead" must begin above "on pace": use a larger number.'));
  }
  if (pace.onPace <= pace.behind) {
    findings.push(refusal('rules.pace.behind', '"Behind" must begin below "on pace": use a smaller number.'));
  }
  if (aspirational <= 0 || aspirational > 1) {
    findings.push(
      refusal(
        'rules.aspirational',
        'Aspirational key results are judged against a share above 0 and up to 1.',
      ),
    );
  }
  const wrong = holidays.findIndex((day) => !isLocalDate(day));
  if (wrong >= 0) {
    findings.push(
      refusal(`rules.holidays.${wrong}`, 'Write the date as year-month-day, such as 2026-05-12.'),
    );
  }
  return findings;
}
