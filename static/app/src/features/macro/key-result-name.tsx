import type { KeyResultId } from '../../../../../src/domain/ids';
import { KeyResultLink } from '../../components/key-result-link';
import { useIsPreview } from './preview-context';

type Props = { id: KeyResultId; children: string };

/** Words that lead to a key result's page. */
export function KeyResultName({ id, children }: Props) {
  return useIsPreview() ? children : <KeyResultLink id={id}>{children}</KeyResultLink>;
}
