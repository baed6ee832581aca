import Button from '@atlaskit/button/new';
import type { Recognition } from '../../../../../src/contract/meeting-calls';
import { usePlace } from '../../boot/place-context';
import type { Stood } from '../../components/how-it-stands';
import { nameOf, Person } from '../../components/person';
import { When } from '../../components/when';
import { meeting as texts } from '../../messages/en/meeting';
import { useWords } from '../../messages/use-words';
import { useAct } from '../../rpc/use-act';
import { useTold } from '../../rpc/use-told';
import { usePerson } from '../../rpc/use-jira';
import { Praise as PraiseForm } from '../meeting/praise-form';
import styles from './key-result.module.css';

/** Who was praised on this key result, and what for; it stays here. */
export function Praise({ of, praise }: { of: Stood; praise: readonly Recognition[] }) {
  const { t } = useWords();
  const { can, key } = of.keyResult;
  if (praise.length === 0 && !can.checkIn) return null;
  return (
    <section className={styles.section} aria-labelledby="praise">
      <h2 id="praise" className={styles.heading}>
        {t(texts.praiseTitle)}
      </h2>
      {praise.length === 0 ? (
        <p className={styles.quiet}>{t(texts.praiseHint, { key })}</p>
      ) : (
        <ul className={styles.rows}>
          {praise.map((one) => (
            <PraiseRow key={one.id} praise={one} />
          ))}
        </ul>
      )}
      {can.checkIn && <PraiseForm of={of} />}
    </section>
  );
}

function PraiseRow({ praise }: { praise: Recognition }) {
  const { t } = useWords();
  const { accountId } = usePlace();
  const { person, words, by, at } = praise;
  return (
    <li className={styles.row}>
      <div className={styles.rowHead}>
        <div>
          <Person id={person} />
          <p className={styles.text}>{words}</p>
          <p className={styles.quiet}>
            {t(texts.praiseFrom)} <Person id={by} inline /> · <When at={at} />
          </p>
        </div>
        {by === accountId && <TakeBack praise={praise} />}
      </div>
    </li>
  );
}

function TakeBack({ praise: { id: recognitionId, person } }: { praise: Recognition }) {
  const { t } = useWords();
  const told = useTold();
  const act = useAct('recognition.take-back');
  const name = nameOf(usePerson(person), t);

  const takeBack = () =>
    told(
      act.run(({ id }) => ({ id: id(), recognitionId })),
      { done: t(texts.praiseTaken), failed: t(texts.notSaved) },
    );

  return (
    <Button
      appearance="subtle"
      spacing="compact"
      isLoading={act.busy}
      aria-label={t(texts.praiseBackOf, { person: name })}
      onClick={() => void takeBack()}
    >
      {t(texts.praiseBack)}
    </Button>
  );
}
