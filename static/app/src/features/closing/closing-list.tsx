import Heading from '@atlaskit/heading';
import Lozenge from '@atlaskit/lozenge';
import type { ClosingList } from '../../../../../src/contract/closing-calls';
import { daysBetween } from '../../../../../src/domain/dates';
import type { CycleId } from '../../../../../src/domain/ids';
import { todayIn, usePlace } from '../../boot/place-context';
import { EmptyState } from '../../components/empty-state';
import { PageLink } from '../../components/page-link';
import { Person } from '../../components/person';
import { Read } from '../../components/read';
import { closing as texts } from '../../messages/en/closing';
import { overview } from '../../messages/en/overview';
import { useWords, type Words } from '../../messages/use-words';
import { closingPath } from '../../rpc/closing-path';
import { useCall } from '../../rpc/use-call';
import pages from '../pages/pages.module.css';
import { CloseCycle } from './close-cycle';
import styles from './closing.module.css';

type Team = ClosingList['teams'][number];

/** Whether a team has said everything. */
export function isDone({ keyResults, scored, objectives, confirmed, retrospective }: Team): boolean {
  return scored === keyResults && confirmed === objectives && retrospective;
}

/** How far each team of a cycle is, who owes the rest, and closing it. */
export function ClosingListPart({ cycleId }: { cycleId: CycleId }) {
  const reading = useCall('closing.list', { cycleId });
  return <Read reading={reading}>{(list) => <Teams list={list} />}</Read>;
}

function Teams({ list }: { list: ClosingList }) {
  const { t } = useWords();
  const { cycle, teams } = list;
  const isClosed = cycle.phase === 'closed';
  return (
    <>
      <div className={pages.line}>
        <div className={pages.what}>
          <div className={styles.titleLine}>
            <Heading size="large" as="h1">
              {t(isClosed ? texts.listReport : texts.listTitle, { cycle: cycle.name })}
            </Heading>
            <Lozenge>{t(overview[cycle.phase])}</Lozenge>
          </div>
          <p className={styles.quiet}>{useCountdown(list)}</p>
        </div>
        {list.canMove && cycle.phase === 'scoring' && <CloseCycle list={list} />}
      </div>
      {!isClosed && <p className={pages.lead}>{t(texts.listWhy)}</p>}
      {cycle.phase === 'active' && (
        <EmptyState title={t(texts.notYet, { cycle: cycle.name })}>
          <p>{t(texts.notYetWhy)}</p>
        </EmptyState>
      )}
      {teams.length === 0 && (
        <EmptyState title={t(texts.noTeams)}>
          <p>{t(texts.noTeamsWhy)}</p>
        </EmptyState>
      )}
      <ul>
        {teams.map((team) => (
          <TeamLine key={team.teamId} cycleId={cycle.id} team={team} />
        ))}
      </ul>
    </>
  );
}

/** "2026 Q2 ends in 9 days": how long there is. */
function useCountdown({ cycle: { name, endsOn } }: ClosingList): string {
  const { t } = useWords();
  const { timeZone } = usePlace();
  const left = daysBetween(todayIn(timeZone), endsOn);
  return left >= 0
    ? t(texts.days, { cycle: name, count: left })
    : t(texts.ended, { cycle: name, count: -left });
}

function said(team: Team, { t }: Words): string {
  return [
    t(texts.keyResultsOf, { scored: team.scored, all: team.keyResults }),
    t(texts.objectivesOf, { confirmed: team.confirmed, all: team.objectives }),
    t(team.retrospective ? texts.retrospectiveDone : texts.retrospectiveMissing),
  ].join(' · ');
}

function TeamLine({ cycleId, team }: { cycleId: CycleId; team: Team }) {
  const words = useWords();
  const { t } = words;
  const done = isDone(team);
  return (
    <li className={pages.line}>
      <div className={pages.what}>
        <div className={styles.titleLine}>
          <PageLink quiet to={closingPath(cycleId, team.teamId)}>
            {team.name}
          </PageLink>
          <Lozenge appearance={done ? 'success' : 'default'}>
            {t(done ? texts.teamDone : texts.teamOpen)}
          </Lozenge>
        </div>
        <span className={styles.quiet}>{said(team, words)}</span>
      </div>
      {!done && (
        <div className={pages.row}>
          <span className={styles.quiet}>{t(texts.owes)}</span>
          {team.lead === null ? <span>{t(texts.noLead)}</span> : <Person id={team.lead} />}
        </div>
      )}
    </li>
  );
}
