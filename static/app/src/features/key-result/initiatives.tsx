import Button from '@atlaskit/button/new';
import type { InitiativeId } from '../../../../../src/domain/ids';
import { EmptyState } from '../../components/empty-state';
import type { Stood } from '../../components/how-it-stands';
import { keyResultWords as words } from '../../messages/en/key-result';
import { useWords } from '../../messages/use-words';
import { useModal } from '../../rpc/use-modal';
import { InitiativeRow } from './initiative-row';
import styles from './key-result.module.css';

type Props = {
  of: Stood;
  /** Whose verdict's picture is open. */
  chosen: InitiativeId | null;
  onChoose: (id: InitiativeId | null) => void;
};

/** The issues attached to a key result, with their work and verdicts: apart from the outcome, and below it. */
export function Initiatives({ of, chosen, onChoose }: Props) {
  const { t } = useWords();
  const openModal = useModal();
  const { id, initiatives } = of.keyResult;
  const attach = (
    <Button onClick={() => void openModal({ surface: 'attach-many', keyResultId: id }, 'large')}>
      {t(words.attachSeveral)}
    </Button>
  );
  return (
    <section className={styles.section} aria-labelledby="initiatives">
      <div className={styles.sectionHead}>
        <h2 id="initiatives" className={styles.heading}>
          {t(words.initiatives)}
        </h2>
        {initiatives.length > 0 && attach}
      </div>
      {initiatives.length === 0 ? (
        <EmptyState title={t(words.noInitiatives)} action={attach}>
          <p>{t(words.noInitiativesWhy)}</p>
        </EmptyState>
      ) : (
        <>
          <p className={styles.quiet}>{t(words.initiativesNote)}</p>
          <ul className={styles.rows}>
            {initiatives.map((initiative) => (
              <InitiativeRow
                key={initiative.id}
                of={of}
                initiative={initiative}
                open={initiative.id === chosen}
                onToggle={() => onChoose(initiative.id === chosen ? null : initiative.id)}
              />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
