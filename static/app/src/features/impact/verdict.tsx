import Button from '@atlaskit/button/new';
import { lazy, Suspense, useId } from 'react';
import type { InitiativeReading } from '../../../../../src/contract/readings';
import { IssueName } from '../../components/issue-link';
import { Person } from '../../components/person';
import { SkeletonLines } from '../../components/skeleton-lines';
import { events } from '../../messages/en/events';
import { impact as texts } from '../../messages/en/impact';
import { useWords } from '../../messages/use-words';
import { sayHeadline, type Judged } from './headline';
import styles from './impact.module.css';
import { sayAssumed, sayDetails } from './say-verdict';

const VerdictPicture = lazy(() => import('./verdict-picture'));

type Props = Judged<InitiativeReading> & {
  /** The initiative as the reader may know it. */
  name: string;
  /** The picture is open. */
  open: boolean;
  /** Without it the picture stays as it is. */
  onToggle?: () => void;
};

/** The verdict on an initiative in words, and on demand the picture of why it says that. */
export function Verdict({ name, open, onToggle, ...judged }: Props) {
  const words = useWords();
  const { t } = words;
  const id = useId();
  const { of, impact } = judged;
  const assumed = sayAssumed(judged, words);
  return (
    <div className={styles.verdict} data-verdict={impact.verdict}>
      <p className={styles.headline}>{sayHeadline(impact, words)}</p>
      {impact.together.length > 0 && <Together {...judged} />}
      {sayDetails(judged, words).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {impact.missing.before > 0 && of.keyResult.owner !== null && (
        <p>
          <Person id={of.keyResult.owner} inline /> {t(texts.askOwner)}
        </p>
      )}
      {assumed.length > 0 && (
        <ul className={styles.assumed} aria-label={t(texts.assumedTitle)}>
          {assumed.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      {onToggle && (
        <div>
          <Button
            spacing="compact"
            appearance="subtle"
            aria-expanded={open}
            {...(open ? { 'aria-controls': id } : {})}
            aria-label={t(open ? texts.hideOf : texts.showOf, { name })}
            onClick={onToggle}
          >
            {t(open ? texts.hide : texts.show)}
          </Button>
        </div>
      )}
      {open && (
        <div id={id}>
          <Suspense fallback={<SkeletonLines lines={6} />}>
            <VerdictPicture {...judged} name={name} />
          </Suspense>
        </div>
      )}
    </div>
  );
}

/** This initiative and what happened with it, by name; numbered as in the picture. */
function Together({ of, initiative, impact: { together } }: Judged) {
  const { t, day } = useWords();
  return (
    <ol className={styles.together}>
      <li>
        <IssueName id={initiative.issueId} publicName={initiative.publicName} />
      </li>
      {together.map((other) =>
        other.kind === 'initiative' ? (
          <li key={other.initiative.id}>
            <IssueName id={other.initiative.issueId} publicName={other.initiative.publicName} />
          </li>
        ) : (
          <li key={other.event.id}>
            {t(events[other.event.kind])}: {other.event.title} ({day(other.event.on, of.today)}
            {other.event.until !== null && `–${day(other.event.until, of.today)}`})
          </li>
        ),
      )}
    </ol>
  );
}
