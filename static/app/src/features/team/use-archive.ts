import type { TeamReading } from '../../../../../src/contract/readings';
import { base } from '../../messages/en/base';
import { organisation as texts } from '../../messages/en/organisation';
import { useWords } from '../../messages/use-words';
import { flag } from '../../rpc/flags';
import { useAct } from '../../rpc/use-act';

/** Archives a team, with a flag that brings it back, or brings it back. */
export function useArchive({ id, version, name }: Pick<TeamReading, 'id' | 'version' | 'name'>) {
  const { t } = useWords();
  const act = useAct('team.set-archived');

  async function set(archived: boolean, at = version) {
    const answer = await act.run(({ requestId }) => ({ id, version: at, requestId, archived, why: '' }));
    if (!answer?.ok) {
      const description = answer?.refusal.message ?? t(base.callFailed);
      flag({ title: t(texts.notArchived), description, tone: 'error' });
      return;
    }
    if (!archived) {
      flag({ title: t(texts.broughtBack, { name }) });
      return;
    }
    flag({
      title: t(texts.archived, { name }),
      description: t(texts.archivedWhy),
      action: { text: t(base.undo), onClick: () => void set(false, answer.value.version) },
    });
  }

  return { set, busy: act.busy };
}
