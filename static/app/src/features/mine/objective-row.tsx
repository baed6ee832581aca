import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { ObjectiveReading } from '../../../../../src/contract/readings';
import { needOf } from '../../../../../src/domain/need';
import type { OwedOnObjective } from '../../../../../src/domain/owed';
import type { Stood } from '../../components/how-it-stands';
import { PageLink } from '../../components/page-link';
import { mine as texts } from '../../messages/en/mine';
import { useWords } from '../../messages/use-words';
import { closingPath } from '../../rpc/closing-path';
import { DecideOnKeyResult } from '../planning/decide-on-key-result';
import styles from './mine.module.css';

type Props = { objective: ObjectiveReading; owed: OwedOnObjective; stood: readonly Stood[] };

/** What is owed on an objective: its write-up, or a decision on the key result that needs it most. */
export function ObjectiveRow({ objective, owed, stood }: Props) {
  const { t } = useWords();
  const navigate = useNavigate();
  const [isDeciding, setDeciding] = useState(false);
  const { id, key, title, team, cycle } = objective;
  const [neediest] = stood
    .filter((of) => of.objective.id === id)
    .sort((a, b) => needOf(a.standing) - needOf(b.standing));
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <p>
          <PageLink to={`/objectives/${id}`}>
            {key} {title}
          </PageLink>
        </p>
        <p className={styles.quiet}>
          {team.name} · {cycle.name}
        </p>
      </div>
      {owed.kind === 'write-up' && (
        <Button
          aria-label={t(texts.writeUpOf, { key })}
          onClick={() => void navigate(closingPath(cycle.id, team.id))}
        >
          {t(texts.writeUp)}
        </Button>
      )}
      {owed.kind === 'next-step' && neediest && (
        <>
          <Button
            aria-expanded={isDeciding}
            aria-label={t(texts.decideOf, { key: neediest.keyResult.key })}
            onClick={() => setDeciding(!isDeciding)}
          >
            {t(texts.decide, { key: neediest.keyResult.key })}
          </Button>
          {isDeciding && <DecideOnKeyResult of={neediest} onDone={() => setDeciding(false)} />}
        </>
      )}
    </li>
  );
}
