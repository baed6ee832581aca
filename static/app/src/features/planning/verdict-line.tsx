import type { InitiativeReading } from '../../../../../src/contract/readings';
import type { Stood } from '../../components/how-it-stands';
import { planning as texts } from '../../messages/en/planning';
import { useWords } from '../../messages/use-words';
import styles from './planning.module.css';
import { verdictOf, verdictTexts } from './verdicts';

/** What is known of whether this work moved the number, in a few words; nothing while people have nothing of it. */
export function VerdictLine({ of, initiative }: { of: Stood; initiative: InitiativeReading }) {
  const { t } = useWords();
  const known = verdictOf(of, initiative);
  if (known === null) return null;
  const said = t(verdictTexts[known.verdict].said);
  return <p className={styles.verdict}>{known.isHeld ? t(texts.held, { verdict: said }) : said}</p>;
}
