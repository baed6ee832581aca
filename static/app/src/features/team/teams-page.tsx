import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import { useState } from 'react';
import type { Directory } from '../../../../../src/contract/calls';
import type { TeamReading } from '../../../../../src/contract/readings';
import { usePlace } from '../../boot/place-context';
import { ChangedNotice } from '../../components/changed-notice';
import { EmptyState } from '../../components/empty-state';
import { PageLink } from '../../components/page-link';
import { Person } from '../../components/person';
import { Read } from '../../components/read';
import { pages } from '../../messages/en/pages';
import { writing } from '../../messages/en/writing';
import { useWords } from '../../messages/use-words';
import { flag } from '../../rpc/flags';
import { useAct } from '../../rpc/use-act';
import { useCall } from '../../rpc/use-call';
import styles from '../pages/pages.module.css';
import { newTeam } from './new-team';
import { TeamForm } from './team-form';

/** All teams: who leads them, and changing them. */
export function TeamsPage() {
  const reading = useCall('directory.read', {});
  return (
    <main className={styles.page}>
      <Read reading={reading}>{(directory) => <Teams directory={directory} />}</Read>
    </main>
  );
}

function Teams({ directory: { teams, me } }: { directory: Directory }) {
  const { t } = useWords();
  const place = usePlace();
  const [open, setOpen] = useState<TeamReading['id'] | 'new' | null>(null);
  const create = useAct('team.create');
  const close = () => setOpen(null);
  const add = me.canAddTeam && open !== 'new' && (
    <Button appearance="primary" onClick={() => setOpen('new')}>
      {t(pages.addTeam)}
    </Button>
  );
  return (
    <>
      <div className={styles.line}>
        <Heading size="large" as="h1">
          {t(pages.teams)}
        </Heading>
        {teams.length > 0 && add}
      </div>
      {open === 'new' && (
        <section className={styles.step} aria-label={t(pages.addTeam)}>
          <TeamForm
            initial={newTeam(place, null)}
            teams={teams}
            act={create}
            onCancel={close}
            onSave={async (team) => {
              const answer = await create.run(({ id, requestId }) => ({ id: id(), requestId, team }));
              if (!answer?.ok) return;
              flag({ title: t(writing.teamSaved, { name: team.name }) });
              close();
            }}
          />
        </section>
      )}
      {teams.length === 0 && open === null && (
        <EmptyState title={t(pages.noTeams)} action={add}>
          <p>{t(pages.noTeamsWhy)}</p>
        </EmptyState>
      )}
      <ul>
        {teams.map((team) => (
          <li key={team.id}>
            <TeamLine
              team={team}
              above={teams.find(({ id }) => id === team.parentId)}
              onEdit={() => setOpen(team.id)}
            />
            {open === team.id && <EditTeam team={team} teams={teams} onDone={close} />}
          </li>
        ))}
      </ul>
    </>
  );
}

type LineProps = { team: TeamReading; above: TeamReading | undefined; onEdit: () => void };

function TeamLine({ team, above, onEdit }: LineProps) {
  const { t } = useWords();
  return (
    <div className={styles.line}>
      <div className={styles.what}>
        <PageLink quiet to={`/?team=${team.id}`}>
          {team.name}
        </PageLink>
        <span className={styles.quiet}>
          {above !== undefined && `${above.name} · `}
          {t(pages.members, { count: team.members.length })}
        </span>
      </div>
      <div className={styles.row}>
        <Person id={team.lead} />
        {team.can.edit && (
          <Button spacing="compact" aria-label={t(pages.editOf, { name: team.name })} onClick={onEdit}>
            {t(pages.edit)}
          </Button>
        )}
      </div>
    </div>
  );
}

function EditTeam({ team, teams, onDone }: { team: TeamReading; teams: TeamReading[]; onDone: () => void }) {
  const { t } = useWords();
  const act = useAct('team.edit');
  const [round, setRound] = useState(0);
  const { id, version, name, level, parentId, lead, members, projectIds, timeZone, cadence } = team;
  return (
    <section className={styles.step} aria-label={t(pages.editOf, { name })}>
      <TeamForm
        key={round}
        initial={{ name, level, parentId, lead, members, projectIds, timeZone, cadence }}
        teams={teams.filter((other) => other.id !== id)}
        act={act}
        conflict={<ChangedNotice act={act} onTheirs={() => setRound((now) => now + 1)} />}
        onCancel={onDone}
        onSave={async (changed) => {
          const answer = await act.run(({ requestId }) => ({
            id,
            version,
            requestId,
            team: changed,
            why: '',
          }));
          if (!answer?.ok) return;
          flag({ title: t(writing.teamSaved, { name: changed.name }) });
          onDone();
        }}
      />
    </section>
  );
}
