import Heading from '@atlaskit/heading';
import Lozenge from '@atlaskit/lozenge';
import type { PreparationList } from '../../../../../src/contract/preparation-calls';
import type { CycleId } from '../../../../../src/domain/ids';
import { todayIn, usePlace } from '../../boot/place-context';
import { EmptyState } from '../../components/empty-state';
import { PageLink } from '../../components/page-link';
import { Person } from '../../components/person';
import { Read } from '../../components/read';
import { overview } from '../../messages/en/overview';
import { preparation as texts } from '../../messages/en/preparation';
import { publish } from '../../messages/en/review';
import { useWords } from '../../messages/use-words';
import { closingPath } from '../../rpc/closing-path';
import { preparationPath } from '../../rpc/preparation-path';
import { useCall } from '../../rpc/use-call';
import { sayCountdown } from '../cycle/say-countdown';
import pages from '../pages/pages.module.css';
import { sayLacks } from './say-lacks';
import styles from './preparation.module.css';

type Team = PreparationList['teams'][number];

const isReady = ({ missing }: Team) => Object.keys(missing).length === 0;

/** How many days are left until a cycle starts, what each team's draft lacks, and who owes it. */
export function PreparationListPart({ cycleId }: { cycleId: CycleId }) {
  const reading = useCall('preparation.list', { cycleId });
  return <Read reading={reading}>{(list) => <Teams list={list} />}</Read>;
}

function Teams({ list }: { list: PreparationList }) {
  const words = useWords();
  const { t } = words;
  const { timeZone } = usePlace();
  const { cycle, teams, before } = list;
  const open = teams.filter((team) => !isReady(team));
  const ready = teams.filter(isReady);
  return (
    <>
      <div className={pages.what}>
        <div className={pages.row}>
          <Heading size="large" as="h1">
            {t(texts.title, { cycle: cycle.name })}
          </Heading>
          <Lozenge>{t(overview[cycle.phase])}</Lozenge>
        </div>
        <p className={styles.countdown}>
          {cycle.name} {sayCountdown(cycle, todayIn(timeZone), words)}.{' '}
          {teams.length > 0 && t(texts.count, { ready: ready.length, teams: teams.length })}
        </p>
        <p className={pages.lead}>
          {t(cycle.phase === 'draft' ? texts.lead : texts.under, { cycle: cycle.name })}
        </p>
      </div>
      {before !== null && (
        <p>
          {t(before.phase === 'closed' ? texts.beforeClosed : texts.beforeOpen, { cycle: before.name })}{' '}
          {(before.phase === 'scoring' || before.phase === 'active') && (
            <PageLink to={closingPath(before.id, null)}>{t(texts.beforeClose)}</PageLink>
          )}
        </p>
      )}
      <div className={pages.row}>
        <PageLink to={`/review?cycle=${cycle.id}`}>{t(publish.reviewOf)}</PageLink>
        {cycle.phase === 'draft' && <PageLink to="/cycles">{t(texts.startCycle)}</PageLink>}
      </div>
      {teams.length === 0 && (
        <EmptyState title={t(texts.noTeams)}>
          <p>{t(texts.noTeamsWhy)}</p>
        </EmptyState>
      )}
      <ul>
        {[...open, ...ready].map((team) => (
          <TeamLine key={team.teamId} cycleId={cycle.id} team={team} />
        ))}
      </ul>
    </>
  );
}

function TeamLine({ cycleId, team }: { cycleId: CycleId; team: Team }) {
  const words = useWords();
  const { t } = words;
  const { name, teamId, lead, missing, objectives, keyResults } = team;
  const ready = isReady(team);
  return (
    <li className={pages.line}>
      <div className={pages.what}>
        <div className={pages.row}>
          <PageLink quiet to={preparationPath(cycleId, teamId)}>
            {name}
          </PageLink>
          <Lozenge appearance={ready ? 'success' : 'default'}>{t(ready ? texts.ready : texts.open)}</Lozenge>
        </div>
        <span className={pages.quiet}>
          {t(texts.has, { objectives, keyResults })}
          {objectives > 0 && !ready && ` · ${sayLacks(missing, words)}`}
        </span>
      </div>
      {!ready && (
        <div className={pages.row}>
          <span className={pages.quiet}>{t(texts.owes)}</span>
          {lead === null ? <span>{t(texts.noLead)}</span> : <Person id={lead} />}
        </div>
      )}
    </li>
  );
}
