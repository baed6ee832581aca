import type { TeamReading } from '../../../../../src/contract/readings';
import { organisation as texts } from '../../messages/en/organisation';
import { useWords } from '../../messages/use-words';
import { useAct } from '../../rpc/use-act';
import { useTold } from '../../rpc/use-told';

/** Archives a team, with a flag that brings it back, or brings it back. */
export function useArchive({ id, version, name }: Pick<TeamReading, 'id' | 'version' | 'name'>) {
  const { t } = useWords();
  const told = useTold();
  const act = useAct('team.set-archived');

  const set = (archived: boolean, at = version): Promise<unknown> =>
    told(
      act.run(({ requestId }) => ({ id, version: at, requestId, archived, why: '' })),
      {
        done: t(archived ? texts.archived : texts.broughtBack, { name }),
        why: archived ? t(texts.archivedWhy) : undefined,
        failed: t(texts.notArchived),
        undo: archived ? (now) => set(false, now.version) : undefined,
      },
    );

  return { set, busy: act.busy };
}
