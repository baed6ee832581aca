import Heading from '@atlaskit/heading';
import type { DependencyOwed } from '../../../../../src/contract/dependency-calls';
import { PageLink } from '../../components/page-link';
import { dependency as texts } from '../../messages/en/dependency';
import { useWords } from '../../messages/use-words';
import { keyResultPath } from '../../rpc/product-events';
import mine from '../mine/mine.module.css';
import { AnswerForm } from './answer-form';
import styles from './dependency.module.css';

/** What other teams' key results need of the teams that the reader leads, each with its answer. */
export function ToConfirm({ waiting }: { waiting: readonly DependencyOwed[] }) {
  const { t } = useWords();
  if (waiting.length === 0) return null;
  return (
    <section className={mine.part} aria-label={t(texts.toConfirm)}>
      <Heading size="small" as="h2">
        {t(texts.toConfirm)}
      </Heading>
      <p className={mine.quiet}>{t(texts.toConfirmWhy)}</p>
      <ul>
        {waiting.map((one) => (
          <li key={one.id} className={mine.row}>
            <div className={mine.what}>
              <p>{t(texts.needed, { team: one.teamName, asked: one.team.name })}</p>
              <p className={styles.text}>{one.needs}</p>
              <p className={mine.quiet}>
                <PageLink to={keyResultPath(one.keyResult.id)}>
                  {one.keyResult.key} {one.keyResult.title}
                </PageLink>{' '}
                · {one.teamName} · {one.cycleName}
              </p>
              <AnswerForm dependency={one} name={one.keyResult.key} onDone={() => undefined} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
