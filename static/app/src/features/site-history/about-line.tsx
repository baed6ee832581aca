import type { SiteHistoryEntry } from '../../../../../src/contract/history-calls';
import { IssueName } from '../../components/issue-link';
import { PageLink } from '../../components/page-link';
import styles from './history-page.module.css';

/** What an entry is about, as that is called now, with the way there. */
export function AboutLine({ entry: { entity, entityId, act, about } }: { entry: SiteHistoryEntry }) {
  const { team, cycle, objective, keyResult, issueId, title } = about;
  return (
    <p className={styles.about}>
      {entity === 'initiative' && issueId !== null && (
        <span>
          <IssueName id={issueId} publicName={title ?? ''} />
        </span>
      )}
      {/* A correction's id is that of the value. */}
      {entity !== 'initiative' && title !== null && (
        <Named to={entity === 'kpi' && act !== 'correct' ? `/kpis/${entityId}` : null}>{title}</Named>
      )}
      {keyResult && (
        <Named to={keyResult.removed ? null : `/key-results/${keyResult.id}`}>
          {`${keyResult.key} ${keyResult.title}`}
        </Named>
      )}
      {objective && keyResult === null && (
        <Named to={objective.removed ? null : `/objectives/${objective.id}`}>
          {`${objective.key} ${objective.title}`}
        </Named>
      )}
      {team && (entity === 'team' ? <Named to="/teams">{team.name}</Named> : <span>{team.name}</span>)}
      {cycle && (entity === 'cycle' ? <Named to="/cycles">{cycle.name}</Named> : <span>{cycle.name}</span>)}
    </p>
  );
}

function Named({ to, children }: { to: string | null; children: string }) {
  return to === null ? <span>{children}</span> : <PageLink to={to}>{children}</PageLink>;
}
