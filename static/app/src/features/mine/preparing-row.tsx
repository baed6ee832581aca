import { useNavigate } from 'react-router';
import Button from '@atlaskit/button/new';
import type { Preparing } from '../../../../../src/contract/preparation-calls';
import { todayIn, usePlace } from '../../boot/place-context';
import { preparation as texts } from '../../messages/en/preparation';
import { useWords } from '../../messages/use-words';
import { preparationPath } from '../../rpc/preparation-path';
import { sayCountdown } from '../cycle/say-countdown';
import { sayLacks } from '../preparation/say-lacks';
import styles from './mine.module.css';

/** A team's draft of a cycle that begins soon, and what of it the reader owes. */
export function PreparingRow({ of: { cycle, team, missing } }: { of: Preparing }) {
  const words = useWords();
  const { t } = words;
  const { timeZone } = usePlace();
  const navigate = useNavigate();
  const names = { cycle: cycle.name, team: team.name };
  const starts = sayCountdown(
    { phase: 'draft', startsOn: cycle.startsOn, endsOn: cycle.startsOn },
    todayIn(timeZone),
    words,
  );
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <span>{t(texts.mineRow, names)}</span>
        <span className={styles.quiet}>
          {cycle.name} {starts} · {sayLacks(missing, words)}
        </span>
      </div>
      <Button
        spacing="compact"
        aria-label={t(texts.continueOf, names)}
        onClick={() => void navigate(preparationPath(cycle.id, team.id))}
      >
        {t(texts.continue)}
      </Button>
    </li>
  );
}
