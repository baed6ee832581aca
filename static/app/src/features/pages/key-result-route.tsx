import Button from '@atlaskit/button/new';
import { useNavigate } from 'react-router';
import type { KeyResultId } from '../../../../../src/domain/ids';
import { PageLink } from '../../components/page-link';
import { pages } from '../../messages/en/pages';
import { useWords } from '../../messages/use-words';
import { keyResultPath } from '../../rpc/product-events';
import { KeyResultPage } from '../key-result/key-result-page';
import styles from './pages.module.css';
import { RemoveButton } from './removal';

/** A key result's page with what can be done with it, and the way back. */
export function KeyResultRoute({ id }: { id: KeyResultId }) {
  const { t } = useWords();
  const navigate = useNavigate();
  return (
    <main className={styles.page}>
      <p>
        <PageLink to="/">{t(pages.back)}</PageLink>
      </p>
      <KeyResultPage
        id={id}
        actions={({ keyResult, objective }) =>
          keyResult.can.edit &&
          objective.cycle.phase !== 'closed' && (
            <>
              <Button
                aria-label={t(pages.editOf, { name: keyResult.key })}
                onClick={() => void navigate(`${keyResultPath(id)}/edit`)}
              >
                {t(pages.edit)}
              </Button>
              <RemoveButton
                call="key-result.set-removed"
                id={id}
                version={keyResult.version}
                name={keyResult.key}
                onRemoved={() => void navigate(`/objectives/${objective.id}`)}
              />
            </>
          )
        }
      />
    </main>
  );
}
