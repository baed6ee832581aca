import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { ClosingList } from '../../../../../src/contract/closing-calls';
import { ActMessage } from '../../components/act-message';
import { Notice } from '../../components/notice';
import { base } from '../../messages/en/base';
import { closing as texts } from '../../messages/en/closing';
import { pages as pageTexts } from '../../messages/en/pages';
import { useWords } from '../../messages/use-words';
import { useAct } from '../../rpc/use-act';
import { useTold } from '../../rpc/use-told';
import pages from '../pages/pages.module.css';
import { isDone } from './closing-list';

/** Closes a cycle. What is missing is named first, and does not stop it (design §3.12). */
export function CloseCycle({ list: { cycle, teams } }: { list: ClosingList }) {
  const { t, list } = useWords();
  const told = useTold();
  const act = useAct('cycle.set-phase');
  const [isAsked, setAsked] = useState(false);
  const open = teams.filter((team) => !isDone(team)).map(({ name }) => name);

  const move = (phase: 'closed' | 'scoring', version: number, why: string) =>
    act.run(({ requestId }) => ({ id: cycle.id, version, requestId, phase, why }));
  const close = () =>
    told(move('closed', cycle.version, ''), {
      done: t(texts.closed, { cycle: cycle.name }),
      why: t(texts.closedWhy),
      undo: ({ version }) =>
        told(move('scoring', version, t(pageTexts.undoneWhy)), { failed: t(base.undoFailed) }),
    });

  if (isAsked) {
    return (
      <Notice tone="warning" title={t(texts.closeMissing, { count: open.length, names: list(open) })}>
        <p>{t(texts.closeMissingWhy)}</p>
        <div className={pages.row}>
          <Button appearance="warning" isLoading={act.busy} onClick={() => void close()}>
            {t(texts.closeAnyway)}
          </Button>
          <Button appearance="subtle" onClick={() => setAsked(false)}>
            {t(base.cancel)}
          </Button>
        </div>
        <ActMessage act={act} />
      </Notice>
    );
  }
  return (
    <div>
      <Button
        appearance="primary"
        isLoading={act.busy}
        onClick={() => (open.length > 0 ? setAsked(true) : void close())}
      >
        {t(texts.close)}
      </Button>
      <ActMessage act={act} />
    </div>
  );
}
