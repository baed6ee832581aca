import { isRecord } from '../../frames/adf';
import type { HostServices, ModalSize } from '../host/frame-host';
import { isConfigValue } from './config-value';
import { macroExtension, type Macro } from './macro-node';

interface Place {
  pageId: string;
  spaceId: string;
  spaceKey: string;
  isEditing: boolean;
}

/**
 * Opens a macro's config in the editor. The frame gives the new config with `view.submit({ config })`; what Confluence
 * refuses is refused here by the same codes (Forge docs, "Macro", "Error code guide").
 */
export function openMacroConfig(
  services: HostServices,
  macro: Macro,
  place: Place,
  isInserting: boolean,
  onConfig: (config: Readonly<Record<string, unknown>>) => void,
): void {
  const config = macro.module.props['config'];
  if (!isRecord(config)) return;
  const modalId = `${macro.localId}-config`;
  const close = (): void => {
    services.closeModal(modalId);
  };
  services.openModal({
    key: modalId,
    module: macro.module,
    extension: {
      ...macroExtension(macro, place),
      macro: { isConfiguring: true, isInserting },
    },
    localId: macro.localId,
    page: 'index.html',
    resource: typeof config['resource'] === 'string' ? config['resource'] : undefined,
    size: viewportSize(config['viewportSize']),
    // Confluence shows the title in a header of its own only when the viewport is the full screen.
    title:
      config['viewportSize'] === 'fullscreen' && typeof config['title'] === 'string' ? config['title'] : '',
    closeOnEscape: false,
    closeOnOverlayClick: false,
    onClose: () => undefined,
    onSubmit: (payload) => {
      if (!isRecord(payload)) throw new Error('INVALID_PAYLOAD');
      if (payload['body'] !== undefined) throw new Error('INVALID_EXTENSION_TYPE');
      if (!isRecord(payload['config']) || !isConfigValue(payload['config']))
        throw new Error('INVALID_CONFIG');
      onConfig(payload['config']);
      if (payload['keepEditing'] !== true) close();
    },
  });
}

function viewportSize(value: unknown): ModalSize {
  switch (value) {
    case 'small':
    case 'medium':
    case 'large':
    case 'xlarge':
    case 'max':
    case 'fullscreen':
    case 'resizable':
      return value;
    default:
      return 'medium';
  }
}
