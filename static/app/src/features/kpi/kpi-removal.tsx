import Button from '@atlaskit/button/new';
import type { KpiReading } from '../../../../../src/contract/kpi-calls';
import { base } from '../../messages/en/base';
import { kpiWords as words } from '../../messages/en/kpi';
import { useWords } from '../../messages/use-words';
import { flag } from '../../rpc/flags';
import { useAct } from '../../rpc/use-act';

function useRemoval({ id, name }: KpiReading) {
  const { t } = useWords();
  const act = useAct('kpi.set-removed');
  async function set(removed: boolean, at: number): Promise<number | null> {
    const answer = await act.run(({ requestId }) => ({ id, version: at, requestId, removed, why: '' }));
    if (answer?.ok) return answer.value.version;
    const description = answer?.refusal.message ?? t(base.callFailed);
    flag({ title: t(removed ? words.notRemoved : words.notRestored), description, tone: 'error' });
    return null;
  }
  async function restore(at: number) {
    if ((await set(false, at)) !== null) flag({ title: t(words.restored, { name }) });
  }
  async function remove(at: number) {
    const now = await set(true, at);
    if (now === null) return;
    flag({
      title: t(words.removed, { name }),
      description: t(words.removedWhy),
      action: { text: t(base.undo), onClick: () => void restore(now) },
    });
  }
  return { busy: act.busy, remove, restore };
}

/** Takes a KPI away, with a flag that brings it back. */
export function KpiRemoval({ kpi }: { kpi: KpiReading }) {
  const { t } = useWords();
  const { busy, remove } = useRemoval(kpi);
  return (
    <Button
      appearance="subtle"
      isLoading={busy}
      aria-label={t(words.removeOf, { name: kpi.name })}
      onClick={() => void remove(kpi.version)}
    >
      {t(words.remove)}
    </Button>
  );
}

/** Brings a removed KPI back. */
export function KpiRestore({ kpi }: { kpi: KpiReading }) {
  const { t } = useWords();
  const { busy, restore } = useRemoval(kpi);
  return (
    <Button isLoading={busy} onClick={() => void restore(kpi.version)}>
      {t(words.restore)}
    </Button>
  );
}
