import { useState } from 'react';
import type { TeamReading } from '../../../../../src/contract/readings';
import type { TeamId } from '../../../../../src/domain/ids';
import { mayStandUnder, withBeneath } from '../../../../../src/domain/team-tree';
import { ChangedNotice } from '../../components/changed-notice';
import { Choice } from '../../components/choice';
import { refusedField } from '../../components/field';
import { FormEnd } from '../../components/form-end';
import { teamOptions } from '../../components/team-options';
import { organisation as texts } from '../../messages/en/organisation';
import { writing } from '../../messages/en/writing';
import { useWords } from '../../messages/use-words';
import { flag } from '../../rpc/flags';
import { useAct } from '../../rpc/use-act';
import form from '../objective/form.module.css';
import pages from '../pages/pages.module.css';
import type { SavedTeam } from './team-forest';

type Props = {
  team: TeamReading;
  teams: TeamReading[];
  onDone: () => void;
  onMoved: (saved: SavedTeam) => void;
};

/** Teams that a team may stand under: of its level or a higher one, and none beneath it. */
export function parentsFor(
  team: Pick<TeamReading, 'level'> & { id: TeamId | null },
  teams: readonly TeamReading[],
): TeamReading[] {
  const beneath = team.id === null ? new Set<TeamId>() : withBeneath(team.id, teams);
  return teams.filter(
    ({ id, level, archived }) => !archived && !beneath.has(id) && mayStandUnder(team.level, level),
  );
}

/** Moves a team under another one, with all beneath it. */
export function MoveTeam({ team, teams, onDone, onMoved }: Props) {
  const { t } = useWords();
  const act = useAct('team.edit');
  const [parentId, setParentId] = useState(team.parentId);
  const { id, version, can: _can, archived: _archived, ...said } = team;
  const title = t(texts.moveTitle, { name: team.name });
  async function move() {
    const answer = await act.run(({ requestId }) => ({
      id,
      version,
      requestId,
      team: { ...said, parentId },
      why: '',
    }));
    if (!answer?.ok) return;
    flag({ title: t(texts.moved, { name: team.name }) });
    onMoved({ name: team.name, parentId });
    onDone();
  }
  return (
    <section className={pages.step} aria-label={title}>
      <form
        className={form.form}
        onSubmit={(event) => {
          event.preventDefault();
          void move();
        }}
      >
        <Choice<TeamId | null>
          label={t(texts.moveUnder)}
          value={parentId}
          error={refusedField(act.refusal, 'team.parentId')}
          options={[
            { value: null, label: t(writing.noParent) },
            ...teamOptions(parentsFor(team, teams), teams),
          ]}
          onChoose={setParentId}
        />
        <FormEnd
          act={act}
          fields={['team.parentId']}
          save={t(texts.moveSave)}
          conflict={<ChangedNotice act={act} onTheirs={onDone} />}
          onCancel={onDone}
        />
      </form>
    </section>
  );
}
