import Heading from '@atlaskit/heading';
import { useNavigate } from 'react-router';
import type { KeyResultId } from '../../../../../src/domain/ids';
import { allStanding, type Stood } from '../../components/how-it-stands';
import { Notice } from '../../components/notice';
import { Read } from '../../components/read';
import { pages } from '../../messages/en/pages';
import { useWords } from '../../messages/use-words';
import { keyResultPath } from '../../rpc/product-events';
import { useCall } from '../../rpc/use-call';
import styles from '../pages/pages.module.css';
import { EditKeyResult } from './edit-key-result';

/** Changes a key result; what the change was and why is kept in its history. */
export function EditKeyResultPage({ id }: { id: KeyResultId }) {
  const { t } = useWords();
  const reading = useCall('key-result.read', { id });
  return (
    <main className={styles.page}>
      <Read reading={reading}>
        {(value) => {
          const of = allStanding(value)[0];
          return of === undefined ? <Notice tone="warning">{t(pages.gone)}</Notice> : <Edit of={of} />;
        }}
      </Read>
    </main>
  );
}

function Edit({ of }: { of: Stood }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const { id, key } = of.keyResult;
  return (
    <>
      <Heading size="large" as="h1">
        {t(pages.editOf, { name: key })}
      </Heading>
      <EditKeyResult of={of} onDone={() => void navigate(keyResultPath(id))} />
    </>
  );
}
