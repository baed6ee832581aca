import Button from '@atlaskit/button/new';
import type { KeyResultOption } from '../../../../../src/contract/calls';
import { attach } from '../../messages/en/attach';
import { useWords } from '../../messages/use-words';
import styles from './attach.module.css';
import { OptionText } from './key-result-search';

/** The key result that was picked, and the way back to the others. */
export function ChosenKeyResult({ option, onAnother }: { option: KeyResultOption; onAnother: () => void }) {
  const { t } = useWords();
  return (
    <div className={styles.chosen}>
      <div className={styles.chosenText}>
        <OptionText option={option} />
      </div>
      <Button spacing="compact" onClick={onAnother}>
        {t(attach.another)}
      </Button>
    </div>
  );
}
