import Button from '@atlaskit/button/new';
import type { KeyResultReading } from '../../../../../src/contract/readings';
import { macro as texts } from '../../messages/en/macro';
import { useWords } from '../../messages/use-words';
import { useModal } from '../../rpc/use-modal';
import { useIsPreview } from './preview-context';

type Props = { keyResult: Pick<KeyResultReading, 'id' | 'key' | 'can'> };

/** Lets those who may check in do so from the page. */
export function CheckInButton({ keyResult: { id, key, can } }: Props) {
  const { t } = useWords();
  const openModal = useModal();
  if (useIsPreview() || !can.checkIn) return null;
  return (
    <Button
      spacing="compact"
      aria-label={t(texts.checkInOf, { key })}
      onClick={() => void openModal({ surface: 'check-in', keyResultId: id }, 'large')}
    >
      {t(texts.checkIn)}
    </Button>
  );
}
