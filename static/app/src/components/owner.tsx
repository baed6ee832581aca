import type { AccountId } from '../../../../src/domain/ids';
import type { Owned } from '../../../../src/domain/who-owes';
import { base } from '../messages/en/base';
import { useWords } from '../messages/use-words';
import { Person } from './person';
import styles from './person.module.css';

/** Who owns something; of one who left, that the team's lead owes (design §3.12). */
export function Owner({ of: { owner, ownerLeft }, lead }: { of: Owned; lead: AccountId | null }) {
  const { t } = useWords();
  return (
    <span className={styles.owner}>
      <Person id={owner} />
      {ownerLeft && (
        <span className={styles.nobody}>
          {t(base.ownerLeft)};{' '}
          {lead === null ? (
            t(base.nobodyOwes)
          ) : (
            <>
              <Person id={lead} inline /> {t(base.owesIt)}
            </>
          )}
        </span>
      )}
    </span>
  );
}
