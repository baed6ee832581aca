/** Whether a site's numbers make sense together (design §3.2, §3.9, §3.10). */
import { isLocalDate } from './dates';
import { checkNumber, refusal, type Finding } from './finding';
import { mostPrepareDays, type Rules } from './rules';

/** Everything wrong with the rules somebody wants to save; empty when nothing is. */
export function checkRules(rules: Rules): Finding[] {
  const { pace, aspirational, holidays } = rules;
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
  return [...findings, ...checkLabels(rules), ...checkCaps(rules)];
}

/** Scores run from 0 to 1, and a better name begins at a higher one. */
function checkLabels({ scoreLabels }: Rules): Finding[] {
  return (['committed', 'aspirational'] as const).flatMap((commitment) => {
    const { achieved, partial } = scoreLabels[commitment];
    const field = `rules.scoreLabels.${commitment}`;
    if (!(achieved > 0 && achieved <= 1)) {
      return [refusal(`${field}.achieved`, 'Scores run from 0 to 1: begin above 0, at 1 at the latest.')];
    }
    return partial > 0 && partial < achieved
      ? []
      : [refusal(`${field}.partial`, 'This must begin above 0 and below the score above it.')];
  });
}

const mostCounted = 100;

function checkCaps({ caps: { objectives, keyResults, carried }, prepareDays }: Rules): Finding[] {
  const whole = (path: string, value: number, least: number, most: number): Finding[] =>
    Number.isInteger(value) && value >= least && value <= most
      ? []
      : [refusal(`rules.${path}`, `Write a whole number from ${least} to ${most}.`)];
  return [
    ...whole('caps.objectives.many', objectives.many, 1, mostCounted),
    ...whole('caps.objectives.tooMany', objectives.tooMany, Math.max(1, objectives.many), mostCounted),
    ...whole('caps.keyResults.fewest', keyResults.fewest, 1, mostCounted),
    ...whole('caps.keyResults.most', keyResults.most, Math.max(1, keyResults.fewest), mostCounted),
    ...whole('caps.carried', carried, 1, mostCounted),
    ...whole('prepareDays', prepareDays, 0, mostPrepareDays),
  ];
}
