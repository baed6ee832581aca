import Button from '@atlaskit/button/new';
import TextArea from '@atlaskit/textarea';
import { useState } from 'react';
import type { KeyResultId } from '../../../../../src/domain/ids';
import type { CountEvery } from '../../../../../src/domain/number-source';
import { Choice } from '../../components/choice';
import { Field } from '../../components/field';
import { Notice } from '../../components/notice';
import { base } from '../../messages/en/base';
import { measuring as words } from '../../messages/en/measuring';
import { useWords } from '../../messages/use-words';
import { useCall } from '../../rpc/use-call';
import styles from './measuring.module.css';

type Props = {
  keyResultId: KeyResultId;
  jql: string;
  onJql: (jql: string) => void;
  every: CountEvery;
  onEvery: (every: CountEvery) => void;
  error: string | null;
};

/** A search that measures, how often it is counted, and what it finds now. */
export function SearchFields({ keyResultId, jql, onJql, every, onEvery, error }: Props) {
  const { t } = useWords();
  const [asked, setAsked] = useState<string | null>(null);
  const isAsked = asked !== null && asked === jql;
  return (
    <>
      <Field label={t(words.jql)} hint={t(words.jqlHint)} error={error}>
        {(wiring) => (
          <TextArea
            {...wiring}
            isMonospaced
            minimumRows={2}
            resize="smart"
            spellCheck={false}
            value={jql}
            onChange={(event) => onJql(event.currentTarget.value)}
          />
        )}
      </Field>
      <div className={styles.tryOut}>
        <Button isDisabled={jql.trim() === ''} onClick={() => setAsked(jql)}>
          {t(words.tryOut)}
        </Button>
        <div role="status">{isAsked && <Found keyResultId={keyResultId} jql={jql} />}</div>
      </div>
      <Choice<CountEvery>
        label={t(words.every)}
        value={every}
        options={[
          { value: 'day', label: t(words.eachDay) },
          { value: 'cadence', label: t(words.eachCadence) },
        ]}
        onChoose={onEvery}
      />
      <p className={styles.quiet}>{t(words.lawWhy)}</p>
      <p className={styles.quiet}>{t(words.asApp)}</p>
    </>
  );
}

function Found({ keyResultId, jql }: { keyResultId: KeyResultId; jql: string }) {
  const { t } = useWords();
  const found = useCall('number-source.preview', { keyResultId, jql });
  switch (found.state) {
    case 'ready':
      return found.value.conflict ? (
        <Notice tone="error">{t(words.findsAttached)}</Notice>
      ) : (
        <p>{t(words.finds, { count: found.value.count })}</p>
      );
    case 'refused':
      return <Notice tone="error">{found.refusal.message}</Notice>;
    case 'failed':
      return <Notice tone="error">{t(base.callFailed)}</Notice>;
    default:
      return <p className={styles.quiet}>{t(words.trying)}</p>;
  }
}
