import type { LocalDate } from '../../../../../src/domain/dates';
import type { Estimate, Impact } from '../../../../../src/domain/impact';
import type { ImpactValue } from '../../../../../src/domain/impact-values';
import type { Unit } from '../../../../../src/domain/metric';
import { sayChange, sayEstimate, sayShare, saySize, sayValue } from '../../../../../src/domain/say';
import { assumedOf, type InitiativeAssumption } from '../../../../../src/domain/work';
import type { Stood } from '../../components/how-it-stands';
import { impact as texts } from '../../messages/en/impact';
import type { Message } from '../../messages/messages';
import type { Words } from '../../messages/use-words';
import type { Judged } from './headline';

/** What stands behind the verdict, a sentence each. Who is to bring earlier values, the screen says. */
export function sayDetails({ of, impact }: Judged, words: Words): string[] {
  const { t, locale } = words;
  const unit = unitOf(of);
  const per = perSlot(of, impact, words);
  const { verdict, change, share, expected, smallestSeen, joint } = impact;
  const estimate = (text: Message, one: Estimate) => t(text, { ...sayEstimate(one, unit, locale), per });
  const aim = expected === null ? '' : sayChange(Number(expected.toPrecision(3)), unit, locale);
  switch (verdict) {
    case 'moved':
    case 'moved-wrong-way':
      return [
        ...(change ? [estimate(texts.size, change)] : []),
        ...(share === null
          ? [t(texts.unsaid)]
          : verdict === 'moved'
            ? [t(texts.share, { ...sayShares(share, locale), expected: aim, per })]
            : []),
      ];
    case 'no-visible-effect':
      return [
        ...(change ? [estimate(texts.withinNoise, change)] : []),
        t(texts.wouldHaveShown, { expected: aim, per }),
      ];
    case 'could-not-see': {
      if (change === null || smallestSeen === null) return [t(texts.noEstimate), t(texts.notAgainst)];
      const smallest = t(texts.smallest, { smallest: saySize(smallestSeen, unit, locale), per });
      const compared =
        expected === null
          ? [smallest, t(texts.unsaid)]
          : Math.abs(expected) < smallestSeen
            ? [smallest, t(texts.expectedLess, { expected: aim, per })]
            : [t(texts.gradual, { expected: aim, per })];
      return [estimate(texts.withinNoise, change), ...compared, t(texts.notAgainst)];
    }
    case 'cannot-separate':
      return [joint === null ? t(texts.jointFew) : estimate(texts.joint, joint)];
    case 'too-early':
    case 'no-baseline':
      return [sayKnown(of, impact, words), ...sayMissing(of, impact, words)];
  }
}

/** What was assumed where nobody said it, a sentence each (design §3.6). */
export function sayAssumed({ of, initiative, impact }: Judged, { t, day }: Words): string[] {
  const { today } = of;
  const { timeZone } = of.objective.team;
  const live = { day: day(impact.live.on, today) };
  const derived = { said: null, 'first-child-done': texts.liveFirstChild, done: texts.liveDone }[
    impact.live.source
  ];
  const unknownStart = initiative.work !== null && initiative.work.startedOn === null;
  return [
    ...(derived ? [t(derived, live)] : []),
    ...(initiative.hypothesis.kind === 'stated' ? [] : [t(texts.noLag, live)]),
    ...(unknownStart ? [t(texts.startUnknown)] : []),
    ...assumedOf(initiative, timeZone).map((one) => t(assumptions[one])),
  ];
}

const assumptions: Record<InitiativeAssumption, Message> = {
  'done-before-attached': texts.doneBeforeAttached,
  reopened: texts.reopened,
  'bulk-closed': texts.bulkClosed,
  'moved-project': texts.movedProject,
  'status-unknown': texts.statusUnknown,
  'status-redefined': texts.statusRedefined,
  'no-changelog': texts.noChangelog,
};

/** "41% before, 44% last; 2 before, 2 after": what is known while there is too little to judge. */
function sayKnown(of: Stood, impact: Impact, words: Words): string {
  const { t, locale } = words;
  const { before, after } = impact;
  const unit = unitOf(of);
  const per = perSlot(of, impact, words);
  const say = ({ value }: ImpactValue) =>
    `${sayValue(Number(value.toPrecision(impact.gains ? 3 : 6)), unit, locale)}${per}`;
  const [first, last] = [before.at(-1), after.at(-1)];
  const counts = t(texts.counts, { before: before.length, after: after.length });
  const known = [
    first ? t(texts.valueBefore, { value: say(first) }) : t(texts.noValueBefore),
    last ? t(texts.valueLast, { value: say(last) }) : t(texts.noValueAfter),
  ];
  return `${known.join(', ')}; ${counts}`;
}

function sayMissing(of: Stood, impact: Impact, { t, day }: Words): string[] {
  const said = (one: LocalDate) => day(one, of.today);
  const { missing, live, showsOn, judgeOn } = impact;
  return [
    ...(missing.before > 0 ? [t(texts.missingBefore, { count: missing.before, live: said(live.on) })] : []),
    ...(showsOn > of.today ? [t(texts.showsOn, { day: said(showsOn) })] : []),
    ...(judgeOn !== null && missing.before === 0 ? [t(texts.judgeOn, { day: said(judgeOn) })] : []),
  ];
}

function sayShares({ size, low, high }: Estimate, locale: string) {
  return { share: sayShare(size, locale), low: sayShare(low, locale), high: sayShare(high, locale) };
}

/** The unit values and changes of a verdict are in: milestones are judged in % of the way. */
export function unitOf({ keyResult }: Pick<Stood, 'keyResult'>): Unit {
  const { metric, unit } = keyResult.definition;
  return metric.kind === 'milestones' ? { kind: 'percent' } : unit;
}

/** How often a gain is counted: the team's cadence, or what the number itself keeps to. */
export function slotOf({ record }: Pick<Stood, 'record'>): 'week' | 'fortnight' | 'month' {
  if (record.definition.measuredEvery.kind === 'monthly' || record.cadence === 'monthly') return 'month';
  return record.cadence === 'weekly' ? 'week' : 'fortnight';
}

function perSlot(of: Stood, { gains }: Impact, { t }: Words): string {
  return gains ? t(texts.per, { slot: slotOf(of) }) : '';
}
