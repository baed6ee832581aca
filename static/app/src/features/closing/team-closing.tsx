import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import Lozenge from '@atlaskit/lozenge';
import { useNavigate } from 'react-router';
import type { ClosingReading } from '../../../../../src/contract/closing-calls';
import type { CycleId, TeamId } from '../../../../../src/domain/ids';
import { EmptyState } from '../../components/empty-state';
import { PageLink } from '../../components/page-link';
import { Person } from '../../components/person';
import { Read } from '../../components/read';
import { SkeletonLines } from '../../components/skeleton-lines';
import { closing as texts } from '../../messages/en/closing';
import { overview } from '../../messages/en/overview';
import { useWords } from '../../messages/use-words';
import { closingPath } from '../../rpc/closing-path';
import { useCall } from '../../rpc/use-call';
import pages from '../pages/pages.module.css';
import { closingOf, missingOf, type ClosingObjective, type Missing } from './closing-of';
import { ClosingKeyResultPart } from './closing-key-result';
import styles from './closing.module.css';
import { Confirmation } from './confirm-form';
import { Report } from './report';
import { Retrospective } from './retrospective';

/** One team's end of a cycle: evidence and score of each key result, write-ups, retrospective, and the report. */
export function TeamClosing({ cycleId, teamId }: { cycleId: CycleId; teamId: TeamId }) {
  const reading = useCall('closing.read', { cycleId, teamId });
  return (
    <Read reading={reading} skeleton={<SkeletonLines lines={9} />}>
      {(value) => <Team reading={value} />}
    </Read>
  );
}

function Team({ reading }: { reading: ClosingReading }) {
  const { t } = useWords();
  const { cycle, team, teamName } = reading;
  const objectives = closingOf(reading);
  const isScoring = cycle.phase === 'scoring';
  return (
    <>
      <div className={styles.head}>
        <p>
          <PageLink to={closingPath(cycle.id, null)}>{t(texts.back, { cycle: cycle.name })}</PageLink>
        </p>
        <div className={styles.titleLine}>
          <Heading size="large" as="h1">
            {t(texts.teamTitle, { team: teamName, cycle: cycle.name })}
          </Heading>
          <Lozenge>{t(overview[cycle.phase])}</Lozenge>
        </div>
        {teamName !== team.name && <p className={styles.quiet}>{t(texts.nameNow, { name: team.name })}</p>}
        {isScoring && <p className={styles.quiet}>{t(texts.keys)}</p>}
      </div>
      {(cycle.phase === 'draft' || cycle.phase === 'active') && (
        <EmptyState title={t(texts.notYet, { cycle: cycle.name })}>
          <p>{t(texts.notYetWhy)}</p>
        </EmptyState>
      )}
      {(isScoring || cycle.phase === 'closed') && (
        <>
          <StillMissing missing={missingOf(reading, objectives)} />
          {objectives.length === 0 && (
            <EmptyState title={t(texts.noObjectives)}>
              <p>{t(texts.noObjectivesWhy)}</p>
            </EmptyState>
          )}
          {objectives.map((at) => (
            <Objective key={at.objective.id} at={at} isScoring={isScoring} />
          ))}
          <Retrospective reading={reading} />
          <Report reading={reading} objectives={objectives} />
          <NextCycle />
        </>
      )}
    </>
  );
}

/** What is missing and who owes it, so that the meeting can end. */
function StillMissing({ missing }: { missing: Missing[] }) {
  const { t } = useWords();
  if (missing.length === 0) return <p className={styles.quiet}>{t(texts.missingNone)}</p>;
  const say = (one: Missing) => {
    switch (one.what) {
      case 'score':
        return t(texts.missingScore, { key: one.key });
      case 'confirm':
        return t(texts.missingConfirm, { key: one.key });
      case 'retrospective':
        return t(texts.missingRetrospective);
    }
  };
  return (
    <section className={styles.aside} aria-label={t(texts.missing)}>
      <h2 className={styles.heading}>{t(texts.missing)}</h2>
      <ul className={styles.list}>
        {missing.map((one) => (
          <li key={say(one)} className={styles.titleLine}>
            <span>{say(one)}</span>
            <Person id={one.by} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Objective({ at, isScoring }: { at: ClosingObjective; isScoring: boolean }) {
  const { objective, keyResults } = at;
  return (
    <section className={styles.objective} aria-labelledby={`closing-${objective.id}`}>
      <header>
        <div className={styles.titleLine}>
          <span className={styles.key}>{objective.key}</span>
          <h2 id={`closing-${objective.id}`} className={styles.heading}>
            <PageLink quiet to={`/objectives/${objective.id}`}>
              {objective.title}
            </PageLink>
          </h2>
          <Person id={objective.owner} />
        </div>
      </header>
      <ul>
        {keyResults.map((one) => (
          <ClosingKeyResultPart
            key={one.of.keyResult.id}
            at={one}
            canScore={isScoring && one.of.keyResult.can.edit}
          />
        ))}
      </ul>
      <footer>
        <Confirmation at={at} canConfirm={isScoring && objective.can.edit} />
      </footer>
    </section>
  );
}

/** Prepares the next cycle from this one: nothing carries over by itself (design §3.12). */
function NextCycle() {
  const { t } = useWords();
  const navigate = useNavigate();
  return (
    <section className={styles.section} aria-labelledby="next-cycle">
      <h2 id="next-cycle" className={styles.heading}>
        {t(texts.next0)}
      </h2>
      <p>{t(texts.nextWhy)}</p>
      <div className={pages.row}>
        <Button onClick={() => void navigate('/start')}>{t(texts.nextAct)}</Button>
      </div>
    </section>
  );
}
