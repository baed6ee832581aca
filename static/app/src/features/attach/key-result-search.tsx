import { useState } from 'react';
import type { Input, KeyResultOption } from '../../../../../src/contract/calls';
import type { ProjectId } from '../../../../../src/domain/ids';
import { todayIn, usePlace } from '../../boot/place-context';
import { MismatchLine } from '../../components/mismatch-line';
import { Person } from '../../components/person';
import { SearchList } from '../../components/search-list';
import { attach } from '../../messages/en/attach';
import { useWords } from '../../messages/use-words';
import { useCall } from '../../rpc/use-call';
import styles from './attach.module.css';

type Props = {
  projectId: ProjectId | null;
  /** Only of other teams, and of a time: then it is not work that is looked for a home. */
  among?: Input<'key-result.search'>['among'];
  onPick: (option: KeyResultOption) => void;
};

/** Finds a key result by key, words or team; the most likely ones stand there before anything is typed. */
export function KeyResultSearch({ projectId, among, onPick }: Props) {
  const { t } = useWords();
  const { timeZone } = usePlace();
  const [asked, setAsked] = useState('');
  const reading = useCall('key-result.search', { text: asked, projectId, ...(among && { among }) });
  const options = reading.state === 'ready' ? reading.value.options : [];
  const [noneYet, noneFound] =
    among === undefined
      ? [attach.noneYet, attach.noneFound]
      : [attach.noneOfOthers, attach.noneOfOthersFound];
  const none = asked === '' ? t(noneYet) : t(noneFound, { text: asked });
  const likely = t(projectId === null ? attach.likelyAnywhere : attach.likely);
  const found = asked === '' ? likely : t(attach.count, { count: options.length });
  return (
    <SearchList
      label={t(attach.search)}
      hint={t(attach.searchHint)}
      results={t(attach.results)}
      asked={asked}
      onAsk={setAsked}
      reading={reading}
      groups={[{ id: 'key-results', label: '', options }]}
      idOf={(option) => option.id}
      said={options.length === 0 ? none : found}
      onPick={onPick}
    >
      {(option) => (
        <>
          <OptionText option={option} />
          {among === undefined && <MismatchLine mismatch={option.mismatch} today={todayIn(timeZone)} />}
        </>
      )}
    </SearchList>
  );
}

/** A key result among others: enough to tell it from them. */
export function OptionText({
  option: { key, title, owner, objective, team, cycle },
}: {
  option: KeyResultOption;
}) {
  return (
    <>
      <span className={styles.optionTitle}>
        <strong>{key}</strong> {title}
      </span>
      <span className={styles.quiet}>
        {objective.key} {objective.title} · {team.name} · {cycle.name} · <Person id={owner} inline />
      </span>
    </>
  );
}
