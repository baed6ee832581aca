import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { base } from '../messages/en/base';
import { useWords } from '../messages/use-words';
import styles from './run-progress.module.css';

type Props = {
  label: string;
  /** What is being done now, such as "3 of 12: Grow search". */
  said: string;
  done: number;
  total: number;
  onStop: () => void;
};

/** How far a long run is, and a way to end it after the item under way. */
export function RunProgress({ label, said, done, total, onStop }: Props) {
  const { t } = useWords();
  const [stopping, setStopping] = useState(false);
  return (
    <>
      <p role="status">{said}</p>
      <progress className={styles.progress} aria-label={label} value={done} max={total} />
      <div>
        <Button
          isDisabled={stopping}
          onClick={() => {
            setStopping(true);
            onStop();
          }}
        >
          {t(stopping ? base.stoppingAfterThis : base.stopAfterThis)}
        </Button>
      </div>
    </>
  );
}
