import Lozenge from '@atlaskit/lozenge/lozenge';
import type { Pace } from '../../../../src/domain/standing';
import { signals } from '../messages/en/signals';
import { useWords } from '../messages/use-words';

const looks = {
  ahead: { message: signals.ahead, appearance: 'success' },
  'on-pace': { message: signals.onPace, appearance: 'success' },
  behind: { message: signals.behind, appearance: 'moved' },
  'far-behind': { message: signals.farBehind, appearance: 'removed' },
  unknown: { message: signals.unknown, appearance: 'default' },
} as const;

/** The name of a key result's pace. Says nothing of confidence or freshness: those have marks of their own. */
export function PaceLozenge({ pace }: { pace: Pace }) {
  const { t } = useWords();
  const { message, appearance } = looks[pace];
  return <Lozenge appearance={appearance}>{t(message)}</Lozenge>;
}
