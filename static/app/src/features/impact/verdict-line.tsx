import type { Initiative } from '../../../../../src/domain/initiative';
import type { Stood } from '../../components/how-it-stands';
import { KeyResultLink } from '../../components/key-result-link';
import { useWords } from '../../messages/use-words';
import { impactOn, sayHeadline } from './headline';

/** The verdict in a line, which leads to its picture; nothing while there is none. */
export function VerdictLine({ of, initiative }: { of: Stood; initiative: Initiative }) {
  const words = useWords();
  const impact = impactOn(of, initiative);
  if (impact === null) return null;
  return (
    <p>
      <KeyResultLink id={of.keyResult.id}>{sayHeadline(impact, words)}</KeyResultLink>
    </p>
  );
}
