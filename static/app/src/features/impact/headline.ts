import { impactOf, type Impact, type ImpactVerdict } from '../../../../../src/domain/impact';
import type { Initiative } from '../../../../../src/domain/initiative';
import type { Stood } from '../../components/how-it-stands';
import type { Message } from '../../messages/messages';
import { verdict as texts } from '../../messages/en/verdict';
import type { Words } from '../../messages/use-words';

/** An initiative on a key result, and its verdict as of today. */
export type Judged<I extends Initiative = Initiative> = { of: Stood; initiative: I; impact: Impact };

/** The verdict on an initiative of this key result; null while people have not got anything of it. */
export function impactOn({ keyResult, record, today }: Stood, initiative: Initiative): Impact | null {
  const { initiatives, events } = keyResult;
  return impactOf({ ...record, initiative, initiatives, events }, today);
}

const plainNames: Record<ImpactVerdict, Message> = {
  moved: texts.moved,
  'no-visible-effect': texts.noVisibleEffect,
  'could-not-see': texts.couldNotSee,
  'moved-wrong-way': texts.movedWrongWay,
  'too-early': texts.tooEarly,
  'no-baseline': texts.noBaseline,
  'cannot-separate': texts.cannotSeparate,
};

/** A verdict by its name alone, as one that a person holds is said. */
export function sayVerdictName(verdict: ImpactVerdict, { t }: Words): string {
  return t(plainNames[verdict]);
}

/** The verdict in a line (design §3.8, "on screen"); what happened together is headlined by what it did together. */
export function sayHeadline({ verdict, together, joint }: Impact, words: Words): string {
  if (verdict !== 'cannot-separate') return sayVerdictName(verdict, words);
  const headline =
    joint === null
      ? texts.jointUnknown
      : { good: texts.jointMoved, bad: texts.jointWrongWay, none: texts.jointNone }[joint.direction];
  return words.t(headline, { count: together.length + 1 });
}
