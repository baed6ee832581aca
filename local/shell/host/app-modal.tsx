import Modal, { ModalHeader, ModalTitle, CloseButton } from '@atlaskit/modal-dialog';
import { moduleText } from '../site/settings';
import { AppFrame } from './app-frame';
import type { ModalOptions, ModalSize } from './frame-host';

/** Width and height of each named size (Forge docs, "modal"). */
const sizes: Record<Extract<ModalSize, string>, { width: string; height: string }> = {
  small: { width: '400px', height: 'max(20vh, 320px)' },
  medium: { width: '600px', height: 'max(40vh, 520px)' },
  large: { width: '800px', height: 'max(70vh, 720px)' },
  xlarge: { width: '968px', height: '90vh' },
  // All the room the dialog leaves: its own share of the window would be a share of nothing.
  max: { width: '100%', height: 'calc(100vh - 120px)' },
  fullscreen: { width: '100vw', height: '100vh' },
  resizable: { width: 'auto', height: 'auto' },
};

interface AppModalProps {
  options: ModalOptions;
  onClose: (payload: unknown) => void;
}

/** A dialog of the app: Jira's or Confluence's dialog around a frame. */
export function AppModal({ options, onClose }: AppModalProps) {
  const { module, title, closeOnEscape, closeOnOverlayClick } = options;
  const { width, height } = typeof options.size === 'string' ? sizes[options.size] : options.size;
  const name = title === '' ? moduleText(module, 'title') : title;
  return (
    <Modal
      width={width}
      label={name}
      shouldCloseOnOverlayClick={closeOnOverlayClick}
      onClose={(event) => {
        if (closeOnEscape || !('key' in event)) onClose(undefined);
      }}
    >
      {title !== '' && (
        <ModalHeader>
          <ModalTitle>{title}</ModalTitle>
          <CloseButton
            label="Close"
            onClick={() => {
              onClose(undefined);
            }}
          />
        </ModalHeader>
      )}
      <div
        className={`app-modal__body${title === '' ? ' app-modal__body--alone' : ''}`}
        style={height === undefined || height === 'auto' ? undefined : { height }}
      >
        <AppFrame
          module={module}
          extension={options.extension}
          localId={options.localId}
          page={options.page}
          resource={options.resource}
          fit={options.size === 'resizable' ? 'content' : 'room'}
          title={name}
          closeOnEscape={closeOnEscape}
          onClose={onClose}
          onSubmit={options.onSubmit}
        />
      </div>
    </Modal>
  );
}
