import Button from '@atlaskit/button/new';
import { lazy, Suspense, useState } from 'react';
import type { LocalDate } from '../../../../../src/domain/dates';
import type { Initiative } from '../../../../../src/domain/initiative';
import { asksWhenLive, liveOn } from '../../../../../src/domain/work';
import { SkeletonLines } from '../../components/skeleton-lines';
import { words } from '../../messages/en/initiative';
import { useWords } from '../../messages/use-words';
import styles from './initiative.module.css';

const LiveForm = lazy(() => import('./live-form'));

type Props = {
  initiative: Initiative;
  today: LocalDate;
  canEdit: boolean;
  /** Somebody asked for the question: its first field has the focus. */
  takesFocus?: boolean;
};

/** The day people got it; asked for once the first work is done, with that day filled in (design §3.6). */
export function LiveLine({ initiative, today, canEdit, takesFocus = false }: Props) {
  const { t, day } = useWords();
  const [editing, setEditing] = useState(false);
  const live = liveOn(initiative);
  if (live === null) return null;
  const asks = canEdit && asksWhenLive(initiative);
  if (asks || editing) {
    return (
      <div className={styles.ask}>
        <p className={styles.question}>{t(words.whenLive)}</p>
        {live.source !== 'said' && (
          <p className={styles.quiet}>{t(words.liveGuess, { day: day(live.on, today) })}</p>
        )}
        <Suspense fallback={<SkeletonLines lines={2} />}>
          <LiveForm
            initiative={initiative}
            suggested={live.on}
            today={today}
            takesFocus={takesFocus || editing}
            onDone={() => setEditing(false)}
          />
        </Suspense>
      </div>
    );
  }
  return (
    <p className={styles.quiet}>
      {t(live.source === 'said' ? words.liveOn : words.liveDerived, { day: day(live.on, today) })}{' '}
      {canEdit && (
        <Button appearance="subtle" spacing="compact" onClick={() => setEditing(true)}>
          {t(words.change)}
        </Button>
      )}
    </p>
  );
}
