import Button from '@atlaskit/button/new';
import { isLocalDate } from '../../../../../src/domain/dates';
import type { HistoryEntry } from '../../../../../src/contract/readings';
import type { SiteHistory } from '../../../../../src/contract/history-calls';
import type { TeamId } from '../../../../../src/domain/ids';
import { Choice } from '../../components/choice';
import { Field } from '../../components/field';
import { PersonPicker } from '../../components/person-picker';
import { toldApart } from '../../components/team-options';
import { TextField } from '../../components/text-field';
import { changeWords as words } from '../../messages/en/changes';
import type { Message } from '../../messages/messages';
import { useWords } from '../../messages/use-words';
import { entities, teamOf, type HistoryFilter } from './filter';
import styles from './history-page.module.css';

const names: Record<HistoryEntry['entity'], Message> = {
  team: words.team,
  cycle: words.cycle,
  objective: words.objective,
  'key-result': words.keyResult,
  'check-in': words.correctedValues,
  'number-source': words.numberSources,
  kpi: words.kpis,
  initiative: words.initiative,
  'outside-event': words.outsideEvent,
  score: words.score,
  retrospective: words.retrospective,
  alignment: words.alignment,
  dependency: words.dependency,
  'reminder-choice': words.reminderChoice,
  settings: words.settings,
};

type Props = {
  filter: HistoryFilter;
  teams: NonNullable<SiteHistory['teams']>;
  /** What it is narrowed to, as it is called now; null: nothing, or nothing one may see. */
  within: string | null;
  onFilter: (filter: HistoryFilter) => void;
};

/** What of the history is shown: of what, by whom, where and when. */
export function FilterBar({ filter, teams, within, onFilter }: Props) {
  const { t } = useWords();
  const change = (part: Partial<HistoryFilter>) => onFilter({ ...filter, ...part });
  const day = (text: string) => (isLocalDate(text) ? text : null);
  const isOfOne = filter.within !== null && filter.within.kind !== 'team';
  return (
    <div className={styles.filters} role="search">
      <Choice<HistoryFilter['entity']>
        label={t(words.entity)}
        value={filter.entity}
        options={[
          { value: null, label: t(words.everything) },
          ...entities.map((entity) => ({ value: entity, label: t(names[entity]) })),
        ]}
        onChoose={(entity) => change({ entity })}
      />
      <Choice<TeamId | null>
        label={t(words.inTeam)}
        value={isOfOne ? null : teamOf(filter)}
        options={[{ value: null, label: t(words.wholeSite) }, ...toldApart(teams)]}
        onChoose={(id) => change({ within: id && { kind: 'team', id } })}
      />
      <Field label={t(words.person)}>
        {(wiring) => <PersonPicker {...wiring} value={filter.by} onChange={(by) => change({ by })} />}
      </Field>
      <TextField
        type="date"
        label={t(words.from)}
        value={filter.from ?? ''}
        onText={(text) => change({ from: day(text) })}
      />
      <TextField
        type="date"
        label={t(words.to)}
        value={filter.to ?? ''}
        onText={(text) => change({ to: day(text) })}
      />
      {isOfOne && (
        <p className={styles.row}>
          {within === null ? t(words.onlyUnknown) : t(words.only, { what: within })}
          <Button spacing="compact" onClick={() => change({ within: null })}>
            {t(words.showAll)}
          </Button>
        </p>
      )}
    </div>
  );
}
