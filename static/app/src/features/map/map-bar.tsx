import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import { useEffect, useState } from 'react';
import type { MapReading } from '../../../../../src/contract/alignment-calls';
import { alignmentFaults } from '../../../../../src/domain/alignment';
import type { TeamId } from '../../../../../src/domain/ids';
import { Choice } from '../../components/choice';
import { Field } from '../../components/field';
import { toldApart } from '../../components/team-options';
import { useDebounced } from '../../components/use-debounced';
import { map as texts } from '../../messages/en/map';
import { overview } from '../../messages/en/overview';
import { signals } from '../../messages/en/signals';
import { useWords } from '../../messages/use-words';
import type { MapModel } from './map-model';
import { isNarrowed, levels, standings, type MapView, type StandingFilter } from './map-view';
import styles from './map.module.css';

type Props = {
  reading: MapReading;
  model: MapModel;
  view: MapView;
  change: (part: Partial<MapView>) => void;
  /** Enter in the search goes to what was found. */
  onEnter: () => void;
};

const levelText = {
  organisation: texts.organisation,
  department: texts.department,
  team: texts.teamLevel,
  person: texts.person,
};
const standingText: Record<StandingFilter, (typeof texts)[keyof typeof texts]> = {
  'far-behind': signals.farBehind,
  behind: signals.behind,
  'on-pace': signals.onPace,
  ahead: signals.ahead,
  unknown: signals.unknown,
  stale: texts.stale,
  'low-confidence': texts.lowConfidence,
};
/** Typing pauses this long before the map follows, in milliseconds. */
const pause = 200;

/** Which objectives of the map: cycle, words, team, level, standing, and what is wrong with them. */
export function MapBar({ reading, model, view, change, onEnter }: Props) {
  const { t } = useWords();
  return (
    <>
      <div className={styles.bar} role="search">
        <Choice
          isCompact
          label={t(texts.cycle)}
          value={reading.cycle.id}
          options={reading.cycles.map(({ id, name, phase }) => ({
            value: id,
            label: `${name} · ${t(overview[phase])}`,
          }))}
          onChoose={(cycleId) => change({ cycleId, open: new Set(), closed: new Set(), more: new Map() })}
        />
        <Find view={view} change={change} onEnter={onEnter} />
        <Choice<TeamId | null>
          isCompact
          label={t(texts.team)}
          value={view.teamId}
          options={[{ value: null, label: t(texts.allTeams) }, ...toldApart(model.teams)]}
          onChoose={(teamId) => change({ teamId })}
        />
        <Choice<MapView['level']>
          isCompact
          label={t(texts.level)}
          value={view.level}
          options={[
            { value: null, label: t(texts.allLevels) },
            ...levels.map((level) => ({ value: level, label: t(levelText[level]) })),
          ]}
          onChoose={(level) => change({ level })}
        />
        <Choice<StandingFilter | null>
          isCompact
          label={t(texts.standing)}
          value={view.standing}
          options={[
            { value: null, label: t(texts.anyStanding) },
            ...standings.map((standing) => ({ value: standing, label: t(standingText[standing]) })),
          ]}
          onChoose={(standing) => change({ standing })}
        />
        <div className={styles.pair} role="group" aria-label={t(texts.look)}>
          <Button spacing="compact" isSelected={!view.asList} onClick={() => change({ asList: false })}>
            {t(texts.asMap)}
          </Button>
          <Button spacing="compact" isSelected={view.asList} onClick={() => change({ asList: true })}>
            {t(texts.asList)}
          </Button>
        </div>
      </div>
      <div className={styles.chips} role="group" aria-label={t(texts.faults)}>
        {alignmentFaults.map((fault) => (
          <Chip
            key={fault}
            name={t(texts[`${fault}s`])}
            why={t(texts[`${fault}Why`])}
            count={model.counts.get(fault) ?? 0}
            isOn={view.fault === fault}
            onClick={() => change({ fault: view.fault === fault ? null : fault })}
          />
        ))}
        {isNarrowed(view) && (
          <Button
            spacing="compact"
            appearance="subtle"
            onClick={() => change({ text: '', teamId: null, level: null, standing: null, fault: null })}
          >
            {t(texts.clear)}
          </Button>
        )}
      </div>
    </>
  );
}

type ChipProps = { name: string; why: string; count: number; isOn: boolean; onClick: () => void };

/** One thing that may be wrong, with how often it is: pressed, it narrows the map to that. */
function Chip({ name, why, count, isOn, onClick }: ChipProps) {
  const { t, number } = useWords();
  return (
    <button
      type="button"
      className={styles.chip}
      data-wrong={count > 0}
      aria-pressed={isOn}
      aria-label={t(texts.chipLabel, { name, count: number(count) })}
      title={why}
      disabled={count === 0 && !isOn}
      onClick={onClick}
    >
      {t(texts.chip, { name, count: number(count) })}
    </button>
  );
}

/** The words to look for: the map follows when typing pauses, and at once when Enter goes to what was found. */
function Find({ view, change, onEnter }: Pick<Props, 'view' | 'change' | 'onEnter'>) {
  const { t } = useWords();
  const [typed, setTyped] = useState({ text: view.text, of: view.text });
  // "Show everything" and Back change the address without this field.
  const text = typed.of === view.text ? typed.text : view.text;
  const settled = useDebounced(text, pause);
  const asked = view.text;
  useEffect(() => {
    if (settled === text && settled !== asked) change({ text: settled });
  }, [settled, text, asked, change]);
  return (
    <Field label={t(texts.find)}>
      {(wiring) => (
        <Textfield
          {...wiring}
          type="search"
          isCompact
          placeholder={t(texts.findHint)}
          value={text}
          onChange={(event) => setTyped({ text: event.currentTarget.value, of: asked })}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && text === asked) onEnter();
          }}
        />
      )}
    </Field>
  );
}
