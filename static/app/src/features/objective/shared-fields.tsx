import type { ReactNode } from 'react';
import { Person } from '../../components/person';
import type { SharedField } from '../../components/together';
import { writing } from '../../messages/en/writing';
import type { Message } from '../../messages/messages';
import type { Words } from '../../messages/use-words';
import type { KeyResultDraft } from './key-result-draft';
import type { ObjectiveInput } from './objective-form';

const metrics: Record<KeyResultDraft['metric'], Message> = {
  increase: writing.increase,
  decrease: writing.decrease,
  maintain: writing.maintain,
  milestones: writing.milestones,
  'not-measurable-yet': writing.notMeasurableYet,
};
const behaviours: Record<KeyResultDraft['behaviour'], Message> = {
  level: writing.level,
  rolling: writing.rolling,
  'running-total': writing.runningTotal,
  'per-period': writing.perPeriod,
};
const units: Record<KeyResultDraft['unit'], Message> = {
  plain: writing.unitPlain,
  percent: writing.unitPercent,
  currency: writing.unitCurrency,
  duration: writing.unitDuration,
  custom: writing.unitCustom,
};
const often: Record<KeyResultDraft['every'], Message> = {
  cadence: writing.everyCadence,
  monthly: writing.everyMonth,
  once: writing.everyOnce,
};
const commitments = { committed: writing.committed, aspirational: writing.aspirational };
const indicators = { leading: writing.leading, lagging: writing.lagging };

/** The fields of a key result that two people may change at once, in the form's order. */
export function sharedKeyResultFields({ t }: Words): SharedField<KeyResultDraft>[] {
  const text = (
    label: Message,
    name:
      | 'title'
      | 'start'
      | 'target'
      | 'min'
      | 'max'
      | 'findBy'
      | 'startsOn'
      | 'dueOn'
      | 'weight'
      | 'definition',
  ): SharedField<KeyResultDraft> => ({
    label: t(label),
    part: (draft) => ({ [name]: draft[name] }),
    said: (draft) => draft[name],
  });
  return [
    text(writing.keyResult, 'title'),
    {
      label: t(writing.metric),
      part: ({ metric }) => ({ metric }),
      said: ({ metric }) => t(metrics[metric]),
    },
    text(writing.start, 'start'),
    text(writing.target, 'target'),
    text(writing.min, 'min'),
    text(writing.max, 'max'),
    {
      label: t(writing.milestones),
      // Of another metric they are an empty form, made anew each time.
      part: ({ metric, milestones }) => (metric === 'milestones' ? { milestones } : {}),
      said: ({ milestones }) => milestones.map(({ title, weight }) => `${title} (${weight})`).join(', '),
    },
    text(writing.findBy, 'findBy'),
    {
      label: t(writing.behaviour),
      part: ({ behaviour, window, period }) => ({ behaviour, window, period }),
      said: ({ behaviour, window, period }) =>
        [
          t(behaviours[behaviour]),
          ...(behaviour === 'rolling' ? [`${t(writing.window)}: ${window}`] : []),
          ...(behaviour === 'per-period' ? [t(writing[period])] : []),
        ].join(', '),
    },
    {
      label: t(writing.unit),
      part: ({ unit, currency, duration, ownUnit }) => ({ unit, currency, duration, ownUnit }),
      said: ({ unit, currency, duration, ownUnit }) => {
        if (unit === 'currency') return currency;
        if (unit === 'duration') return t(writing[duration]);
        return unit === 'custom' ? ownUnit : t(units[unit]);
      },
    },
    text(writing.startsOn, 'startsOn'),
    text(writing.dueOn, 'dueOn'),
    {
      label: t(writing.owner),
      part: ({ owner }) => ({ owner }),
      said: ({ owner }) => <Person id={owner} inline />,
    },
    text(writing.definition, 'definition'),
    {
      label: t(writing.commitment),
      part: ({ commitment }) => ({ commitment }),
      said: ({ commitment }) => t(commitments[commitment]),
    },
    {
      label: t(writing.indicator),
      part: ({ indicator }) => ({ indicator }),
      said: ({ indicator }) => (indicator === null ? t(writing.indicatorNone) : t(indicators[indicator])),
    },
    text(writing.weight, 'weight'),
    {
      label: t(writing.checkpoint),
      part: ({ checkpoints }) => ({ checkpoints }),
      said: ({ checkpoints }) => checkpoints.map(({ on, value }) => `${on}: ${value}`).join(', '),
    },
    {
      label: t(writing.every),
      part: ({ every, onceOn }) => ({ every, onceOn }),
      said: ({ every, onceOn }) =>
        every === 'once' ? `${t(writing.everyOnce)}: ${onceOn}` : t(often[every]),
    },
  ];
}

/** The fields of an objective that two people may change at once. */
export function sharedObjectiveFields({ t }: Words): SharedField<ObjectiveInput>[] {
  return [
    { label: t(writing.objective), part: ({ title }) => ({ title }), said: ({ title }) => title },
    { label: t(writing.why), part: ({ why }) => ({ why }), said: ({ why }) => why },
    {
      label: t(writing.owner),
      part: ({ owner }) => ({ owner }),
      said: ({ owner }) => <Person id={owner} inline />,
    },
    {
      label: t(writing.restrict),
      part: ({ restricted, viewers }) => ({ restricted, viewers }),
      said: ({ restricted, viewers }) =>
        restricted ? <People ids={viewers} yes={t(writing.restrictYes)} /> : t(writing.restrictNo),
    },
  ];
}

function People({ ids, yes }: { ids: ObjectiveInput['viewers']; yes: string }): ReactNode {
  return (
    <>
      {yes}
      {ids.map((id) => (
        <span key={id}>
          {', '}
          <Person id={id} inline />
        </span>
      ))}
    </>
  );
}
