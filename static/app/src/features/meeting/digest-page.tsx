import Heading from '@atlaskit/heading';
import type { DigestReading } from '../../../../../src/contract/meeting-calls';
import type { DigestId } from '../../../../../src/domain/ids';
import { EmptyState } from '../../components/empty-state';
import { JiraMissing } from '../../components/jira-missing';
import { PageLink } from '../../components/page-link';
import { Person } from '../../components/person';
import { Read } from '../../components/read';
import { SkeletonLines } from '../../components/skeleton-lines';
import { When } from '../../components/when';
import { meeting as texts } from '../../messages/en/meeting';
import { useWords } from '../../messages/use-words';
import { digestPath, meetingPath } from '../../rpc/meeting-path';
import { keyResultPath } from '../../rpc/product-events';
import { useCall } from '../../rpc/use-call';
import pages from '../pages/pages.module.css';
import { ResultAsPage } from '../planning/result-as-page';
import { digestSections, type DigestLine } from './digest-sections';
import styles from './meeting.module.css';
import { useNames } from './use-names';

/** What a check-in came to: kept, to be read again, and made a Confluence page where somebody wants one. */
export function DigestPage({ id }: { id: DigestId }) {
  const reading = useCall('digest.read', { id });
  return (
    <main className={pages.page}>
      <JiraMissing />
      <Read reading={reading} skeleton={<SkeletonLines lines={9} />}>
        {(value) => <Digest reading={value} />}
      </Read>
    </main>
  );
}

function Digest({ reading }: { reading: DigestReading }) {
  const words = useWords();
  const { t, day } = words;
  const names = useNames(reading);
  const { team, cycle, heldOn, since, note, objectives, endedBy, endedAt } = reading;
  return (
    <>
      <div className={styles.what}>
        <p>
          <PageLink to={meetingPath(team.id, cycle.id)}>{t(texts.digestBack, { team: team.name })}</PageLink>
        </p>
        <Heading size="large" as="h1">
          {t(texts.digestTitle, { team: team.name, day: day(heldOn) })}
        </Heading>
        <p className={styles.quiet}>
          {cycle.name} · <Person id={endedBy} inline /> · <When at={endedAt} /> ·{' '}
          {t(texts.digestSince, { day: day(since, heldOn) })}
        </p>
      </div>
      {objectives.length === 0 && (
        <EmptyState title={t(texts.noneVisible)}>
          <p>{t(texts.noneVisibleWhy)}</p>
        </EmptyState>
      )}
      {objectives.length > 0 &&
        digestSections(reading, names, words).map(({ title, lines }) => (
          <section key={title.id} className={styles.section} aria-labelledby={title.id}>
            <h2 id={title.id} className={styles.heading}>
              {t(title)}
            </h2>
            {lines.length === 0 ? (
              <p className={styles.quiet}>{t(texts.nothing)}</p>
            ) : (
              <Lines lines={lines} />
            )}
          </section>
        ))}
      {note !== '' && (
        <section className={styles.section} aria-labelledby="note">
          <h2 id="note" className={styles.heading}>
            {t(texts.note)}
          </h2>
          <p className={styles.words}>{note}</p>
        </section>
      )}
      <AsPage reading={reading} />
    </>
  );
}

/** Each key result once, with all that is said of it. */
function Lines({ lines }: { lines: readonly DigestLine[] }) {
  const ids = [...new Set(lines.map(({ id }) => id))];
  return (
    <ul className={styles.list}>
      {ids.map((id) => {
        const own = lines.filter((line) => line.id === id);
        return (
          <li key={id}>
            <PageLink to={keyResultPath(id)}>{own[0]?.name}</PageLink>
            <ul className={styles.saidOf}>
              {own.map(({ said }) => (
                <li key={said}>{said}</li>
              ))}
            </ul>
          </li>
        );
      })}
    </ul>
  );
}

/** The same as text and as a page. Who reads those is not known, so restricted objectives stay out. */
function AsPage({ reading }: { reading: DigestReading }) {
  const words = useWords();
  const { t, day } = words;
  const names = useNames(reading);
  const { id, team, heldOn, note, objectives } = reading;
  const open = objectives.filter(({ restricted }) => !restricted);
  const parts = digestSections({ objectives: open, heldOn }, names, words).map(({ title, lines }) => ({
    heading: t(title),
    lines: lines.length === 0 ? [t(texts.nothing)] : lines.map(({ name, said }) => `${name}: ${said}`),
  }));
  const remember = note === '' ? [] : [{ heading: t(texts.note), lines: note.split(/\s*\n\s*/u) }];
  return (
    <section className={styles.section} aria-labelledby="as-page">
      <h2 id="as-page" className={styles.heading}>
        {t(texts.asPage)}
      </h2>
      {open.length < objectives.length && <p className={styles.quiet}>{t(texts.leftOut)}</p>}
      <ResultAsPage
        title={t(texts.digestTitle, { team: team.name, day: day(heldOn) })}
        parts={[...parts, ...remember]}
        path={digestPath(id)}
        label={t(texts.asText)}
        linkText={t(texts.asLink)}
      />
    </section>
  );
}
