import Button from '@atlaskit/button/new';
import { base } from '../messages/en/base';
import { useWords } from '../messages/use-words';
import { Notice } from './notice';

type Props = { title?: string; detail?: string; onRetry?: () => void };

/** What could not be shown, in one sentence, and a way to try again. */
export function LoadFailure({ title, detail, onRetry }: Props) {
  const { t } = useWords();
  return (
    <Notice tone="error" title={title ?? t(base.failed)}>
      <p>{detail ?? t(base.failedWhy)}</p>
      {onRetry && (
        <Button spacing="compact" onClick={onRetry}>
          {t(base.retry)}
        </Button>
      )}
    </Notice>
  );
}
