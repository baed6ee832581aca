import { useState } from 'react';
import type { TeamReading } from '../../../../../src/contract/readings';
import { ChangedNotice } from '../../components/changed-notice';
import { pages } from '../../messages/en/pages';
import { writing } from '../../messages/en/writing';
import { useWords } from '../../messages/use-words';
import { flag } from '../../rpc/flags';
import { useAct } from '../../rpc/use-act';
import styles from '../pages/pages.module.css';
import { TeamForm } from './team-form';
import type { SavedTeam } from './team-forest';

type Props = {
  team: TeamReading;
  teams: TeamReading[];
  onDone: () => void;
  onSaved: (saved: SavedTeam) => void;
};

/** Changes a team. Renamed, it stays the same team: closed reports keep the old name. */
export function EditTeam({ team, teams, onDone, onSaved }: Props) {
  const { t } = useWords();
  const act = useAct('team.edit');
  const [round, setRound] = useState(0);
  const { id, version, name, level, parentId, lead, members, projectIds, timeZone, cadence } = team;
  return (
    <section className={styles.step} aria-label={t(pages.editOf, { name })}>
      <TeamForm
        key={round}
        id={id}
        initial={{ name, level, parentId, lead, members, projectIds, timeZone, cadence }}
        teams={teams}
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
          onSaved(changed);
          onDone();
        }}
      />
    </section>
  );
}
