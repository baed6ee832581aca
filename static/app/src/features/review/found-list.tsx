import Button from '@atlaskit/button/new';
import type { ReactNode } from 'react';
import type { Input } from '../../../../../src/contract/calls';
import type { ReviewFinding } from '../../../../../src/domain/quality/finding';
import { Person } from '../../components/person';
import { review } from '../../messages/en/review';
import { useWords } from '../../messages/use-words';
import { useAct } from '../../rpc/use-act';
import { useTold } from '../../rpc/use-told';
import { FindingNote } from './finding-note';
import styles from './review.module.css';
import type { Found } from './review-team';

export type Subject = Input<'finding.dismiss'>['subject'];
type Props = {
  subject: Subject;
  found: Found;
  /** This person writes it, and so may argue. */
  canEdit: boolean;
  who?: (found: ReviewFinding) => ReactNode;
};

/** What was found of one thing, what was dismissed of it and why; dismissing, and taking that back. */
export function FoundList({ subject, found, canEdit, who }: Props) {
  const { t } = useWords();
  const told = useTold();
  const act = useAct('finding.dismiss');

  const say = (
    rule: ReviewFinding['rule'],
    words: string,
    stands: boolean,
    reason: string,
  ): Promise<unknown> =>
    told(
      act.run(({ id }) => ({ id: id(), subject, rule, words, stands, reason })),
      {
        ...(stands && { done: t(review.dismissedFlag, { rule }), undo: () => say(rule, words, false, '') }),
        failed: t(review.notDismissed),
      },
    );

  return (
    <>
      {found.standing.map((one) => (
        <FindingNote
          key={`${one.case} ${one.words}`}
          finding={one}
          who={who?.(one)}
          busy={act.busy}
          onDismiss={
            canEdit && one.severity !== 'ask'
              ? (reason) => void say(one.rule, one.words, true, reason)
              : undefined
          }
        />
      ))}
      {found.dismissed.map(({ rule, words, reason, by }) => (
        <p key={`${rule} ${words}`} className={styles.dismissed}>
          {t(review.dismissed, { rule, reason })} <Person id={by} inline />
          {canEdit && (
            <Button
              spacing="compact"
              appearance="subtle"
              isLoading={act.busy}
              onClick={() => void say(rule, words, false, '')}
            >
              {t(review.takeBack)}
            </Button>
          )}
        </p>
      ))}
    </>
  );
}
