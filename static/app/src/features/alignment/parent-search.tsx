import { useState } from 'react';
import type { ParentOption } from '../../../../../src/contract/alignment-calls';
import type { CycleId, TeamId } from '../../../../../src/domain/ids';
import { SearchList } from '../../components/search-list';
import { alignment as texts } from '../../messages/en/alignment';
import { useWords } from '../../messages/use-words';
import { useCall } from '../../rpc/use-call';
import styles from './alignment.module.css';

type Props = { place: { teamId: TeamId; cycleId: CycleId }; onPick: (option: ParentOption) => void };

/** Finds what an objective of a team in a cycle may serve. */
export function ParentSearch({ place, onPick }: Props) {
  const { t } = useWords();
  const [asked, setAsked] = useState('');
  const reading = useCall('objective.search-parents', { text: asked, ...place });
  const options = reading.state === 'ready' ? reading.value.options : [];
  const groups = [
    {
      id: 'objectives',
      label: t(texts.objectives),
      options: options.filter(({ keyResult }) => keyResult === null),
    },
    {
      id: 'key-results',
      label: t(texts.keyResults),
      options: options.filter(({ keyResult }) => keyResult !== null),
    },
  ].filter((group) => group.options.length > 0);
  return (
    <SearchList
      label={t(texts.search)}
      hint={t(texts.searchHint)}
      results={t(texts.results)}
      asked={asked}
      onAsk={setAsked}
      reading={reading}
      groups={groups}
      idOf={({ id, keyResult }) => keyResult?.id ?? id}
      said={options.length === 0 ? t(texts.noneFound) : t(texts.found, { count: options.length })}
      onPick={onPick}
    >
      {(option) => <ParentName option={option} />}
    </SearchList>
  );
}

/** What is served, with enough to tell it from others. */
export function ParentName({ option: { key, title, keyResult, team, cycle } }: { option: ParentOption }) {
  return (
    <span className={styles.what}>
      <span>
        <span className={styles.key}>{keyResult?.key ?? key}</span> {keyResult?.title ?? title}
      </span>
      <span className={styles.quiet}>
        {keyResult && `${key} ${title} · `}
        {team.name} · {cycle.name}
      </span>
    </span>
  );
}
