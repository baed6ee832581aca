import Button from '@atlaskit/button/new';
import { lazy, Suspense, useState } from 'react';
import type { Initiative } from '../../../../../src/domain/initiative';
import { usePlace } from '../../boot/place-context';
import { ActMessage } from '../../components/act-message';
import { words } from '../../messages/en/initiative';
import { useWords } from '../../messages/use-words';
import { useDetach } from './use-detach';

const DetachReason = lazy(() => import('./detach-reason'));

type Props = { initiative: Initiative; keyResultKey: string };

/** Takes the issue off the key result; a reason is asked for when somebody else attached it. */
export function Detach({ initiative, keyResultKey }: Props) {
  const { t } = useWords();
  const { accountId } = usePlace();
  const [asking, setAsking] = useState(false);
  const detach = useDetach(keyResultKey);
  const own = initiative.attachedBy === accountId;
  if (asking) {
    return (
      <Suspense>
        <DetachReason
          act={detach.act}
          onCancel={() => setAsking(false)}
          onDetach={(why) => void detach.run(initiative, why)}
        />
      </Suspense>
    );
  }
  return (
    <>
      <Button
        appearance="subtle"
        spacing="compact"
        isLoading={detach.act.busy}
        onClick={() => (own ? void detach.run(initiative, '') : setAsking(true))}
      >
        {t(words.detach)}
      </Button>
      <ActMessage act={detach.act} />
    </>
  );
}
