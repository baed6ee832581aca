import Heading from '@atlaskit/heading';
import { useNavigate } from 'react-router';
import type { KeyResultId } from '../../../../../src/domain/ids';
import { allStanding, type Stood } from '../../components/how-it-stands';
import { Notice } from '../../components/notice';
import { Read } from '../../components/read';
import { pages } from '../../messages/en/pages';
import { writing } from '../../messages/en/writing';
import { useWords } from '../../messages/use-words';
import { flag } from '../../rpc/flags';
import { keyResultPath } from '../../rpc/product-events';
import { useAct } from '../../rpc/use-act';
import { useCall } from '../../rpc/use-call';
import styles from '../pages/pages.module.css';
import { draftOfKeyResult } from './key-result-draft';
import { KeyResultForm } from './key-result-form';

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

function Edit({ of: { keyResult, objective } }: { of: Stood }) {
  const { t, locale } = useWords();
  const navigate = useNavigate();
  const act = useAct('key-result.edit');
  const back = () => void navigate(keyResultPath(keyResult.id));
  return (
    <>
      <Heading size="large" as="h1">
        {t(pages.editOf, { name: keyResult.key })}
      </Heading>
      <KeyResultForm
        id={keyResult.id}
        onSaved={back}
        initial={draftOfKeyResult(keyResult, locale)}
        act={act}
        asksWhy={objective.cycle.phase !== 'draft'}
        project={objective.team.projectIds[0]}
        onCancel={back}
        onSave={async (changed, why) => {
          const { id, version } = keyResult;
          const answer = await act.run(({ requestId }) => ({
            id,
            version,
            requestId,
            keyResult: changed,
            why,
          }));
          if (!answer?.ok) return null;
          flag({ title: t(writing.keyResultSaved, { title: changed.title }) });
          return id;
        }}
      />
    </>
  );
}
