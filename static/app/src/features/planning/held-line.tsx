import type { InitiativeReading } from '../../../../../src/contract/readings';
import { heldVerdict } from '../../../../../src/domain/judgement';
import type { Stood } from '../../components/how-it-stands';
import { planning as texts } from '../../messages/en/planning';
import { useWords } from '../../messages/use-words';
import { impactOn, sayVerdictName } from '../impact/headline';
import { VerdictLine } from '../impact/verdict-line';
import styles from './planning.module.css';

/** Whether this work moved the number: what is computed, and beside it what a person holds; nothing while people have none of it. */
export function HeldLine({ of, initiative }: { of: Stood; initiative: InitiativeReading }) {
  const words = useWords();
  const held = heldVerdict(initiative);
  const accepted = held !== null && held === impactOn(of, initiative)?.verdict;
  return (
    <>
      <VerdictLine of={of} initiative={initiative} />
      {held !== null && (
        <p className={styles.quiet}>
          {accepted ? words.t(texts.accepted) : words.t(texts.held, { verdict: sayVerdictName(held, words) })}
        </p>
      )}
    </>
  );
}
