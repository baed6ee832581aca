import { alignmentFaults, type AlignmentFault } from '../../../../../src/domain/alignment';
import { sayConfidence, sayFreshness, sayOutcome } from '../../components/signals-line';
import { map as texts } from '../../messages/en/map';
import type { Words } from '../../messages/use-words';
import type { MapModel, MapObjective } from './map-model';

/** What is wrong with one, in the order in which it is told. */
export function faultsOf({ faults }: MapModel, { id }: MapObjective): readonly AlignmentFault[] {
  const own = faults.get(id) ?? [];
  return alignmentFaults.filter((fault) => own.includes(fault));
}

/** What is wrong, by name: '' for nothing. */
export function sayFaults(model: MapModel, one: MapObjective, { t }: Words): string {
  return faultsOf(model, one)
    .map((fault) => t(texts[fault]))
    .join(', ');
}

/** What it serves, where that does not show from its place. */
export function sayServes({ serves, throughKey }: MapObjective, { t }: Words): string {
  if (throughKey !== null) return t(texts.servesKey, { key: throughKey });
  if (serves.kind === 'hidden') return t(texts.servesHidden);
  return serves.kind === 'none' ? t(texts.servesNone) : '';
}

/** Everything that a node shows, as one sentence. */
export function sayNode(model: MapModel, one: MapObjective, beneath: number, words: Words): string {
  const { t } = words;
  const { signals } = one;
  const stands = signals.of === 0 ? [] : [sayConfidence(signals, words), sayFreshness(signals, words)];
  return [
    `${one.key} ${one.title}`,
    one.team.name,
    one.cycleName,
    t(texts.keyResults, { count: signals.of }),
    sayOutcome(signals, words),
    ...stands,
    sayServes(one, words),
    beneath > 0 ? t(texts.hasBeneath, { count: beneath }) : '',
    sayFaults(model, one, words),
  ]
    .filter((part) => part !== '')
    .join('; ');
}
