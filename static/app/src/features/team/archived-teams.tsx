import Button from '@atlaskit/button/new';
import type { TeamReading } from '../../../../../src/contract/readings';
import { PageLink } from '../../components/page-link';
import { organisation as texts } from '../../messages/en/organisation';
import { useWords } from '../../messages/use-words';
import styles from './team.module.css';
import { useArchive } from './use-archive';

/** Teams that are not offered any more, with the way back. */
export function ArchivedTeams({ teams }: { teams: TeamReading[] }) {
  const { t } = useWords();
  if (teams.length === 0) return null;
  return (
    <details className={styles.archived}>
      <summary>{t(texts.archivedTeams, { count: teams.length })}</summary>
      <ul>
        {teams.map((team) => (
          <ArchivedLine key={team.id} team={team} />
        ))}
      </ul>
    </details>
  );
}

function ArchivedLine({ team }: { team: TeamReading }) {
  const { t } = useWords();
  const archive = useArchive(team);
  const { name } = team;
  return (
    <li className={styles.line}>
      <div className={styles.name}>
        <PageLink quiet to={`/?team=${team.id}`}>
          {name}
        </PageLink>
      </div>
      {team.can.edit && (
        <Button
          spacing="compact"
          isLoading={archive.busy}
          aria-label={t(texts.bringBackOf, { name })}
          onClick={() => void archive.set(false)}
        >
          {t(texts.bringBack)}
        </Button>
      )}
    </li>
  );
}
