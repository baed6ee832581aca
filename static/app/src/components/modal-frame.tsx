import Button from '@atlaskit/button/new';
import { useEffect, type ReactNode } from 'react';
import { base } from '../messages/en/base';
import { useWords } from '../messages/use-words';
import { closeModal, type ModalAnswer } from '../rpc/modals';
import styles from './modal-frame.module.css';

type Props = {
  title: string;
  children: ReactNode;
  /** What saving is called; without it the modal only closes. */
  saveLabel?: string;
  onSave?: () => void;
  busy?: boolean;
  /** Said beside the buttons. */
  aside?: ReactNode;
  /** Something was saved before: leaving is closing, and whoever opened the modal is told what. */
  savedAlready?: Omit<ModalAnswer, 'saved'>;
};

/** The frame of every modal: heading, body, one primary act. Ctrl or Cmd with Enter saves from anywhere in it. */
export function ModalFrame({ title, children, saveLabel, onSave, busy = false, aside, savedAlready }: Props) {
  const { t } = useWords();
  useSaveKey(onSave);
  return (
    <form
      className={styles.frame}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) onSave?.();
      }}
    >
      <h1 className={styles.title}>{title}</h1>
      <div className={styles.body}>{children}</div>
      <footer className={styles.footer}>
        <div className={styles.aside}>{aside}</div>
        <Button
          appearance="subtle"
          onClick={() => void closeModal(savedAlready !== undefined, savedAlready?.decided)}
        >
          {t(saveLabel === undefined || savedAlready ? base.close : base.cancel)}
        </Button>
        {saveLabel !== undefined && (
          <Button appearance="primary" type="submit" isLoading={busy} isDisabled={onSave === undefined}>
            {saveLabel}
          </Button>
        )}
      </footer>
    </form>
  );
}

function useSaveKey(onSave: (() => void) | undefined): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      onSave?.();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [onSave]);
}
