import Button from '@atlaskit/button/new';
import type { Directory } from '../../../../../src/contract/calls';
import type { OkrsReading } from '../../../../../src/contract/readings';
import type { MacroShow } from '../../../../../src/domain/macro-config';
import { macroConfig as texts } from '../../messages/en/macro';
import { useWords } from '../../messages/use-words';
import styles from './settings.module.css';

type Props = {
  show: MacroShow;
  directory: Directory;
  /** What the macro reads for it; null while that is not known. */
  reading: OkrsReading | null;
  onAnother: () => void;
};

/** What is chosen, by its name, and the way to choose something else. */
export function Chosen({ show, directory, reading, onAnother }: Props) {
  const { t } = useWords();
  return (
    <div className={styles.chosen}>
      <p>
        <span className={styles.quiet}>{t(texts[show.kind])}</span>
        <br />
        <strong>{nameOf(show, directory, reading)}</strong>
      </p>
      <Button spacing="compact" onClick={onAnother}>
        {t(texts.another)}
      </Button>
    </div>
  );
}

function nameOf(show: MacroShow, { teams, cycles }: Directory, reading: OkrsReading | null): string {
  const unknown = '…';
  switch (show.kind) {
    case 'team':
      return teams.find(({ id }) => id === show.id)?.name ?? unknown;
    case 'cycle':
      return cycles.find(({ id }) => id === show.id)?.name ?? unknown;
    case 'objective': {
      const objective = reading?.objectives[0];
      return objective ? `${objective.key} ${objective.title}` : unknown;
    }
    case 'key-result': {
      const keyResult = reading?.objectives[0]?.keyResults[0];
      return keyResult ? `${keyResult.key} ${keyResult.title}` : unknown;
    }
  }
}
