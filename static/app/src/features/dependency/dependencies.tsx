import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import { useState } from 'react';
import type { DependencyReading } from '../../../../../src/contract/dependency-calls';
import type { KeyResultId } from '../../../../../src/domain/ids';
import type { Stood } from '../../components/how-it-stands';
import { Person } from '../../components/person';
import { When } from '../../components/when';
import { dependency as texts } from '../../messages/en/dependency';
import { useWords } from '../../messages/use-words';
import { useAct } from '../../rpc/use-act';
import { useTold } from '../../rpc/use-told';
import { AnswerForm } from './answer-form';
import { AskForm } from './ask-form';
import styles from './dependency.module.css';

type Props = { of: Stood; dependencies: readonly DependencyReading[] };

/** The teams that a key result depends on, what they answered, and asking one. */
export function Dependencies({ of: { keyResult, objective }, dependencies }: Props) {
  const { t } = useWords();
  const standing = dependencies.filter(({ state }) => state !== 'withdrawn');
  const [asking, setAsking] = useState<DependencyReading | 'new' | null>(null);
  return (
    <section className={styles.section} aria-labelledby="dependencies">
      <div className={styles.head}>
        <h2 id="dependencies" className={styles.heading}>
          {t(texts.title)}
        </h2>
        {keyResult.can.edit && asking === null && (
          <Button spacing="compact" onClick={() => setAsking('new')}>
            {t(texts.ask)}
          </Button>
        )}
      </div>
      {standing.length === 0 && asking === null && (
        <p className={styles.quiet}>{t(keyResult.can.edit ? texts.why : texts.none)}</p>
      )}
      {asking !== null && (
        <AskForm
          keyResultId={keyResult.id}
          ownTeam={objective.team.id}
          again={asking === 'new' ? null : asking}
          asked={dependencies}
          onDone={() => setAsking(null)}
        />
      )}
      <ul className={styles.rows}>
        {standing.map((one) => (
          <Row key={one.id} dependency={one} of={keyResult} onAskAgain={() => setAsking(one)} />
        ))}
      </ul>
    </section>
  );
}

const states = {
  asked: { name: texts.waits, appearance: 'moved' },
  confirmed: { name: texts.confirmed, appearance: 'success' },
  declined: { name: texts.declined, appearance: 'removed' },
  withdrawn: { name: texts.withdraw, appearance: 'default' },
} as const;

type RowProps = { dependency: DependencyReading; of: Stood['keyResult']; onAskAgain: () => void };

function Row({ dependency, of, onAskAgain }: RowProps) {
  const { t } = useWords();
  const [answering, setAnswering] = useState(false);
  const { team, needs, state, reason, askedBy, askedAt, answeredBy, answeredAt, can } = dependency;
  const { name: stateName, appearance } = states[state];
  const asks = can.answer && (state === 'asked' || answering);
  return (
    <li className={styles.row}>
      <div className={styles.head}>
        <strong>{team.name}</strong>
        <Lozenge appearance={appearance}>{t(stateName)}</Lozenge>
        {can.answer && state !== 'asked' && !answering && (
          <Button spacing="compact" appearance="subtle" onClick={() => setAnswering(true)}>
            {t(texts.change)}
          </Button>
        )}
        {can.withdraw && state === 'declined' && (
          <Button
            spacing="compact"
            appearance="subtle"
            aria-label={t(texts.askAgainOf, { team: team.name })}
            onClick={onAskAgain}
          >
            {t(texts.askAgain)}
          </Button>
        )}
        {can.withdraw && <Withdraw dependency={dependency} keyResultId={of.id} />}
      </div>
      <p className={styles.text}>{needs}</p>
      {reason !== '' && <p className={styles.text}>“{reason}”</p>}
      <p className={styles.quiet}>
        {t(texts.by)} <Person id={askedBy} inline /> · <When at={askedAt} />
        {answeredBy !== null && answeredAt !== null && (
          <>
            {' '}
            · {t(texts.answeredBy)} <Person id={answeredBy} inline /> · <When at={answeredAt} />
          </>
        )}
      </p>
      {asks && <AnswerForm dependency={dependency} name={of.key} onDone={() => setAnswering(false)} />}
    </li>
  );
}

type WithdrawProps = { dependency: DependencyReading; keyResultId: KeyResultId };

/** Takes back what was asked, with a flag that asks again. */
function Withdraw({ dependency: { id, version, team, needs }, keyResultId }: WithdrawProps) {
  const { t } = useWords();
  const told = useTold();
  const act = useAct('dependency.withdraw');
  const again = useAct('dependency.ask');
  const asked = { keyResultId, teamId: team.id, needs };
  const failed = t(texts.notSaved);
  const withdraw = () =>
    told(
      act.run(({ requestId }) => ({ id, version, requestId })),
      {
        done: t(texts.withdrawn, { team: team.name }),
        failed,
        undo: (now) =>
          told(
            again.run(({ requestId }) => ({ id, version: now.version, requestId, ...asked })),
            { done: t(texts.askedAgain, { team: team.name }), failed },
          ),
      },
    );
  return (
    <Button
      spacing="compact"
      appearance="subtle"
      isLoading={act.busy}
      aria-label={t(texts.withdrawOf, { team: team.name })}
      onClick={() => void withdraw()}
    >
      {t(texts.withdraw)}
    </Button>
  );
}
