import type { Directory } from '../../../../../src/contract/calls';
import type { TeamId } from '../../../../../src/domain/ids';
import { organisation as texts } from '../../messages/en/organisation';
import { useWords } from '../../messages/use-words';
import { HistoryOf } from '../../components/history/history-of';
import { DescribeTeam } from './describe-team';
import { EditTeam } from './edit-team';
import { MoveTeam } from './move-team';
import { NewTeamPart } from './new-team-part';
import { countBeneath, type SavedTeam, type TeamNode } from './team-forest';
import { TeamLine, type TeamPart } from './team-line';
import styles from './team.module.css';

/** What is open of which team. */
export type OpenTeam = { id: TeamId; part: TeamPart };
type Props = {
  nodes: TeamNode[];
  directory: Directory;
  isOpen: (id: TeamId) => boolean;
  onFold: (id: TeamId) => void;
  open: OpenTeam | null;
  onOpen: (open: OpenTeam | null) => void;
  /** Shows a team that was saved, where it stands now. */
  onSaved: (saved: SavedTeam) => void;
  isTop?: boolean;
};

/** Teams as a nested list, each with those beneath it unless they are folded away. */
export function TeamNodes({ isTop = false, ...props }: Props) {
  const { t } = useWords();
  const { nodes, isOpen, onFold, open, onOpen } = props;
  return (
    <ul className={isTop ? undefined : styles.beneath} {...(isTop ? { 'aria-label': t(texts.tree) } : {})}>
      {nodes.map((node) => {
        const { team, beneath } = node;
        return (
          <li key={team.id}>
            <TeamLine
              team={team}
              count={countBeneath(node)}
              isOpen={isOpen(team.id)}
              onFold={() => onFold(team.id)}
              onPart={(part) => onOpen({ id: team.id, part })}
            />
            {open?.id === team.id && (
              <Part {...props} team={team} part={open.part} onDone={() => onOpen(null)} />
            )}
            {beneath.length > 0 && isOpen(team.id) && <TeamNodes {...props} nodes={beneath} />}
          </li>
        );
      })}
    </ul>
  );
}

type PartProps = {
  directory: Directory;
  team: TeamNode['team'];
  part: TeamPart;
  onDone: () => void;
  onSaved: Props['onSaved'];
};

function Part({ directory, team, part, onDone, onSaved }: PartProps) {
  const { t } = useWords();
  const { teams, profiles } = directory;
  switch (part) {
    case 'edit':
      return <EditTeam team={team} teams={teams} onDone={onDone} onSaved={onSaved} />;
    case 'move':
      return <MoveTeam team={team} teams={teams} onDone={onDone} onMoved={onSaved} />;
    case 'describe':
      return (
        <DescribeTeam
          team={team}
          profile={profiles.find(({ teamId }) => teamId === team.id)}
          onDone={onDone}
        />
      );
    case 'beneath':
      return <NewTeamPart directory={directory} above={team} onDone={onDone} onSaved={onSaved} />;
    case 'history':
      return (
        <HistoryOf
          of={{ entity: 'team', id: team.id }}
          name={team.name}
          names={new Map(teams.map((one) => [one.id, one.name]))}
          onClose={{ text: t(texts.closeHistory), run: onDone }}
        />
      );
  }
}
