import Button from '@atlaskit/button/new';
import type { KpiReading } from '../../../../../src/contract/kpi-calls';
import { kpiWords as words } from '../../messages/en/kpi';
import { useWords } from '../../messages/use-words';
import { useAct } from '../../rpc/use-act';
import { useTold } from '../../rpc/use-told';

function useRemoval({ id, name }: KpiReading) {
  const { t } = useWords();
  const told = useTold();
  const act = useAct('kpi.set-removed');
  const set = (removed: boolean, at: number) =>
    act.run(({ requestId }) => ({ id, version: at, requestId, removed, why: '' }));
  const restore = (at: number) =>
    told(set(false, at), { done: t(words.restored, { name }), failed: t(words.notRestored) });
  const remove = (at: number) =>
    told(set(true, at), {
      done: t(words.removed, { name }),
      why: t(words.removedWhy),
      failed: t(words.notRemoved),
      undo: ({ version }) => restore(version),
    });
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
