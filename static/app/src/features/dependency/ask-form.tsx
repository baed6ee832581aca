import { useState } from 'react';
import type { DependencyReading } from '../../../../../src/contract/dependency-calls';
import type { KeyResultId, TeamId } from '../../../../../src/domain/ids';
import { ChangedNotice } from '../../components/changed-notice';
import { Choice } from '../../components/choice';
import { refusedField } from '../../components/field';
import { FormEnd } from '../../components/form-end';
import { LongText } from '../../components/long-text';
import { Notice } from '../../components/notice';
import { Read } from '../../components/read';
import { teamOptions } from '../../components/team-options';
import { dependency as texts } from '../../messages/en/dependency';
import { useWords } from '../../messages/use-words';
import { flag } from '../../rpc/flags';
import { useAct } from '../../rpc/use-act';
import { useCall } from '../../rpc/use-call';
import styles from './dependency.module.css';

type Props = {
  keyResultId: KeyResultId;
  ownTeam: TeamId;
  /** The one that is asked again; null: a team that was not asked, or is not needed any more. */
  again: DependencyReading | null;
  asked: readonly DependencyReading[];
  onDone: () => void;
};

/** Asks a team for what a key result needs of it. */
export function AskForm({ keyResultId, ownTeam, again, asked, onDone }: Props) {
  const { t } = useWords();
  const act = useAct('dependency.ask');
  const directory = useCall('directory.read', {});
  const [teamId, setTeamId] = useState<TeamId | null>(again?.team.id ?? null);
  const [needs, setNeeds] = useState(again?.needs ?? '');
  async function save() {
    if (teamId === null) return;
    const before = asked.find(({ team }) => team.id === teamId);
    const answer = await act.run(({ id, requestId }) => ({
      id: before?.id ?? id(),
      version: before?.version ?? 0,
      requestId,
      keyResultId,
      teamId,
      needs,
    }));
    if (!answer?.ok) return;
    flag({ title: t(texts.asked), description: t(texts.askedWhy) });
    onDone();
  }
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Read reading={directory}>
        {({ teams }) => {
          const taken = asked.filter(({ state }) => state !== 'withdrawn').map(({ team }) => team.id);
          const others = teams.filter(
            ({ id, archived }) =>
              id === again?.team.id || (id !== ownTeam && !archived && !taken.includes(id)),
          );
          const chosen = others.find(({ id }) => id === teamId);
          return (
            <>
              <Choice
                label={t(texts.team)}
                error={refusedField(act.refusal, 'teamId')}
                value={teamId}
                options={teamOptions(others, teams)}
                onChoose={setTeamId}
              />
              {chosen?.lead === null && <Notice tone="warning">{t(texts.noLead)}</Notice>}
            </>
          );
        }}
      </Read>
      <LongText
        label={t(texts.needs)}
        value={needs}
        error={refusedField(act.refusal, 'needs')}
        onText={setNeeds}
      />
      <FormEnd
        isQuiet
        act={act}
        fields={['teamId', 'needs']}
        save={t(texts.save)}
        conflict={<ChangedNotice act={act} onTheirs={onDone} />}
        onCancel={onDone}
      />
    </form>
  );
}
