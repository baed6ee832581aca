import Button from '@atlaskit/button/new';
import { useId, useState } from 'react';
import type { CycleId, TeamId } from '../../../../../src/domain/ids';
import { LongText } from '../../components/long-text';
import { alignment as texts } from '../../messages/en/alignment';
import { useWords } from '../../messages/use-words';
import styles from './alignment.module.css';
import { ParentName, ParentSearch } from './parent-search';
import type { ServesDraft } from './serves-draft';

type Props = {
  place: { teamId: TeamId; cycleId: CycleId };
  value: ServesDraft;
  error: string | null;
  onChange: (draft: ServesDraft) => void;
  /** Opens with the search, where saying it is all the form is for. */
  isSearching?: boolean;
};

/** Says what an objective serves: one thing of another team, found by a search, or nothing and why. */
export function ServesField({ place, value, error, onChange, isSearching = false }: Props) {
  const { t } = useWords();
  const labelId = useId();
  const [searching, setSearching] = useState(isSearching);
  function say(draft: ServesDraft) {
    setSearching(false);
    onChange(draft);
  }
  return (
    <div className={styles.field} role="group" aria-labelledby={labelId}>
      <p id={labelId} className={styles.label}>
        {t(texts.serves)}
      </p>
      {!searching && value.kind === 'parent' && <ParentName option={value.option} />}
      {!searching && value.kind === 'none' && (
        <LongText
          label={t(texts.why)}
          hint={t(texts.whyHint)}
          value={value.why}
          error={error}
          onText={(why) => onChange({ kind: 'none', why })}
        />
      )}
      {!searching && (value.kind === 'unsaid' || value.kind === 'kept') && (
        <p className={styles.quiet}>{t(texts.servesHint)}</p>
      )}
      {searching && <ParentSearch place={place} onPick={(option) => say({ kind: 'parent', option })} />}
      {error !== null && value.kind !== 'none' && (
        <p className={styles.error} role="alert">
          {error}
        </p>
      )}
      <div className={styles.acts}>
        {!searching && (
          <Button spacing="compact" onClick={() => setSearching(true)}>
            {t(value.kind === 'parent' ? texts.chooseOther : texts.choose)}
          </Button>
        )}
        {(searching || value.kind !== 'none') && (
          <Button spacing="compact" appearance="subtle" onClick={() => say({ kind: 'none', why: '' })}>
            {t(texts.nothing)}
          </Button>
        )}
        {(value.kind === 'parent' || value.kind === 'none') && (
          <Button spacing="compact" appearance="subtle" onClick={() => say({ kind: 'unsaid' })}>
            {t(texts.take)}
          </Button>
        )}
      </div>
    </div>
  );
}
