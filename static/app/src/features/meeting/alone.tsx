import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import { useNavigate } from 'react-router';
import type { AloneReading } from '../../../../../src/contract/meeting-calls';
import { addIntervals } from '../../../../../src/domain/cadence';
import { standsSince } from '../../../../../src/domain/need';
import { EmptyState } from '../../components/empty-state';
import { allStanding, type Stood } from '../../components/how-it-stands';
import { PageLink } from '../../components/page-link';
import { Read } from '../../components/read';
import { SkeletonLines } from '../../components/skeleton-lines';
import { meeting as texts } from '../../messages/en/meeting';
import { useWords } from '../../messages/use-words';
import { meetingPath } from '../../rpc/meeting-path';
import { useCall } from '../../rpc/use-call';
import { Followed, followedBefore } from './followed';
import { KeyResults } from './key-results';
import styles from './meeting.module.css';

/** The same in two minutes alone: the reader's own key results of every team (design §3.12). */
export function Alone() {
  const { t } = useWords();
  const reading = useCall('meeting.alone', {});
  return (
    <>
      <div className={styles.what}>
        <Heading size="large" as="h1">
          {t(texts.titleAlone)}
        </Heading>
        <p className={styles.quiet}>
          {t(texts.aloneWhy)} · <PageLink to={meetingPath(null, null)}>{t(texts.toTeam)}</PageLink>
        </p>
      </div>
      <Read reading={reading} skeleton={<SkeletonLines lines={6} />}>
        {(value) => <Mine reading={value} />}
      </Read>
    </>
  );
}

/** A cadence ago: what was said since then is not due again yet. */
function sinceOf({ today, objective }: Stood) {
  return standsSince(null, addIntervals(today, objective.team.cadence, -1));
}

function Mine({ reading }: { reading: AloneReading }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const stood = allStanding(reading);
  const items = followedBefore(stood, sinceOf);
  const isOpen = items.some(({ item }) => item.isOpen);
  if (stood.length === 0) {
    return (
      <EmptyState
        title={t(texts.noneAlone)}
        action={<Button onClick={() => void navigate(meetingPath(null, null))}>{t(texts.toTeam)}</Button>}
      >
        <p>{t(texts.noneAloneWhy)}</p>
      </EmptyState>
    );
  }
  return (
    <>
      <Followed items={items} takesFocus={isOpen} />
      <KeyResults stood={stood} sinceOf={sinceOf} takesFocus={!isOpen} />
    </>
  );
}
