import type { Directory } from '../../../../../src/contract/calls';
import type { TeamReading } from '../../../../../src/contract/readings';
import { teamLevels } from '../../../../../src/domain/team-tree';
import { usePlace } from '../../boot/place-context';
import { organisation as texts } from '../../messages/en/organisation';
import { pages } from '../../messages/en/pages';
import { writing } from '../../messages/en/writing';
import { useWords } from '../../messages/use-words';
import { flag } from '../../rpc/flags';
import { useAct } from '../../rpc/use-act';
import styles from '../pages/pages.module.css';
import { newTeam } from './new-team';
import { TeamForm } from './team-form';
import type { SavedTeam } from './team-forest';

type Props = {
  directory: Directory;
  above: TeamReading | null;
  onDone: () => void;
  onSaved: (saved: SavedTeam) => void;
};

/** A new team, at the top or beneath another. */
export function NewTeamPart({ directory, above, onDone, onSaved }: Props) {
  const { t } = useWords();
  const place = usePlace();
  const create = useAct('team.create');
  const first = newTeam(place, null, directory.newTeam);
  const title = above === null ? t(pages.addTeam) : t(texts.newBeneathTitle, { name: above.name });
  return (
    <section className={styles.step} aria-label={title}>
      <TeamForm
        id={null}
        initial={above === null ? first : { ...first, parentId: above.id, level: levelBeneath(above.level) }}
        teams={directory.teams}
        act={create}
        onCancel={onDone}
        onSave={async (team) => {
          const answer = await create.run(({ id, requestId }) => ({ id: id(), requestId, team }));
          if (!answer?.ok) return;
          flag({ title: t(writing.teamSaved, { name: team.name }) });
          onSaved(team);
          onDone();
        }}
      />
    </section>
  );
}

/** What usually stands beneath: departments under an organisation, teams under the rest. */
function levelBeneath(level: TeamReading['level']): TeamReading['level'] {
  return level === 'team' ? 'team' : (teamLevels[teamLevels.indexOf(level) + 1] ?? 'team');
}
