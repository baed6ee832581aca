import type { InitiativeReading } from '../../../../../src/contract/readings';
import type { ImpactVerdict } from '../../../../../src/domain/impact';
import { heldVerdict } from '../../../../../src/domain/judgement';
import type { Stood } from '../../components/how-it-stands';
import type { Message } from '../../messages/messages';
import { planning as texts } from '../../messages/en/planning';
import { impactOn } from '../impact/headline';

/** What counts of an initiative: what a person holds, else what is computed; null: nobody knows anything of it yet. */
export function countedVerdict(of: Stood, initiative: InitiativeReading): ImpactVerdict | null {
  return heldVerdict(initiative) ?? impactOn(of, initiative)?.verdict ?? null;
}

/** How many of earlier work, for each verdict, in the order they are said. */
export const verdictCounts: readonly { verdict: ImpactVerdict; counted: Message }[] = [
  { verdict: 'moved', counted: texts.countMoved },
  { verdict: 'no-visible-effect', counted: texts.countNoVisibleEffect },
  { verdict: 'moved-wrong-way', counted: texts.countMovedWrongWay },
  { verdict: 'could-not-see', counted: texts.countCouldNotSee },
  { verdict: 'cannot-separate', counted: texts.countCannotSeparate },
  { verdict: 'too-early', counted: texts.countTooEarly },
  { verdict: 'no-baseline', counted: texts.countNoBaseline },
];
