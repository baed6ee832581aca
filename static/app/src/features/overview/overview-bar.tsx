import Textfield from '@atlaskit/textfield';
import type { ReactNode } from 'react';
import type { OverviewReading } from '../../../../../src/contract/calls';
import type { CycleId, TeamId } from '../../../../../src/domain/ids';
import type { Pace } from '../../../../../src/domain/standing';
import { Choice } from '../../components/choice';
import { Field } from '../../components/field';
import { teamOptions } from '../../components/team-options';
import { overview as texts } from '../../messages/en/overview';
import { signals } from '../../messages/en/signals';
import { useWords } from '../../messages/use-words';
import { usePlace } from '../../boot/place-context';
import type { Filters } from './filters';
import styles from './overview.module.css';

type Props = {
  reading: OverviewReading;
  /** Whether a page shows all the teams there are. */
  showsAllTeams: boolean;
  filters: Filters;
  onFilter: (filters: Filters) => void;
  onCycle: (id: CycleId) => void;
  onTeam: (id: TeamId | null) => void;
  /** What can be done with what is filtered. */
  children?: ReactNode;
};

const paces: Pace[] = ['ahead', 'on-pace', 'behind', 'far-behind', 'unknown'];
const paceText = {
  ahead: signals.ahead,
  'on-pace': signals.onPace,
  behind: signals.behind,
  'far-behind': signals.farBehind,
  unknown: signals.unknown,
};

/** Which cycle and team, and which of their key results. */
export function OverviewBar({ reading, showsAllTeams, filters, onFilter, onCycle, onTeam, children }: Props) {
  const { t } = useWords();
  const { accountId } = usePlace();
  const phase = (name: OverviewReading['cycles'][number]['phase']) => t(texts[name]);
  return (
    <div className={styles.bar} role="search">
      <Choice
        isCompact
        label={t(texts.cycle)}
        value={reading.cycleId}
        options={reading.cycles.map(({ id, name, phase: now }) => ({
          value: id,
          label: `${name} · ${phase(now)}`,
        }))}
        onChoose={onCycle}
      />
      <Choice<TeamId | null>
        isCompact
        label={t(texts.team)}
        value={reading.teamId}
        options={[
          ...(showsAllTeams ? [{ value: null, label: t(texts.allTeams) }] : []),
          ...teamOptions(
            reading.teams.filter(({ id, archived }) => !archived || id === reading.teamId),
            reading.teams,
          ),
        ]}
        onChoose={onTeam}
      />
      <Choice
        isCompact
        label={t(texts.owner)}
        value={filters.owner}
        options={[
          { value: null, label: t(texts.anyOwner) },
          { value: accountId, label: t(texts.mine) },
        ]}
        onChoose={(owner) => onFilter({ ...filters, owner })}
      />
      <Choice<Pace | null>
        isCompact
        label={t(texts.pace)}
        value={filters.pace}
        options={[
          { value: null, label: t(texts.anyPace) },
          ...paces.map((pace) => ({ value: pace, label: t(paceText[pace]) })),
        ]}
        onChoose={(pace) => onFilter({ ...filters, pace })}
      />
      <Field label={t(texts.find)}>
        {(wiring) => (
          <Textfield
            {...wiring}
            isCompact
            type="search"
            placeholder={t(texts.findPlaceholder)}
            value={filters.text}
            onChange={(event) => onFilter({ ...filters, text: event.currentTarget.value })}
          />
        )}
      </Field>
      {children}
    </div>
  );
}
