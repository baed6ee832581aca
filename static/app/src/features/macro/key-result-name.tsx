import type { KeyResultId } from '../../../../../src/domain/ids';
import { KeyResultLink } from '../../components/key-result-link';
import { useIsPreview } from './preview-context';

type Props = {
  id: KeyResultId;
  children: string;
  /** A title: underlined only under the pointer. */ quiet?: boolean;
};

/** Words that lead to a key result's page. */
export function KeyResultName({ id, children, quiet = false }: Props) {
  if (useIsPreview()) return children;
  return (
    <KeyResultLink id={id} quiet={quiet}>
      {children}
    </KeyResultLink>
  );
}
