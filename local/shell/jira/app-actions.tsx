import DropdownMenu, { DropdownItem, DropdownItemGroup } from '@atlaskit/dropdown-menu';
import { useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import type { ManifestModule } from '../../contracts';
import { ModuleIcon } from '../components/module-icon';
import type { Extension, ModalSize } from '../host/frame-host';
import { useHostServices } from '../host/host-services';
import { localIdOf } from '../host/local-id';
import { modulesOf, moduleText } from '../site/settings';

const size = z.enum(['small', 'medium', 'large', 'xlarge', 'max']).catch('medium');

/** The apps' entries in a page's menu, each a dialog (Forge docs, "Action type"): `jira:issueNavigatorAction` and its like. */
export function AppActions({ type, extension }: { type: string; extension: Extension }) {
  const services = useHostServices();
  const queries = useQueryClient();
  const modules = modulesOf(type);
  if (modules.length === 0) return null;

  function open(module: ManifestModule): void {
    const chosen: ModalSize = size.parse(module.props['viewportSize']);
    services.openModal({
      key: `action:${module.key}`,
      module,
      extension: { type, ...extension, location: window.location.href },
      localId: localIdOf(module.key),
      page: 'index.html',
      size: chosen,
      title: '',
      closeOnEscape: true,
      closeOnOverlayClick: true,
      onClose: () => void queries.invalidateQueries(),
    });
  }

  return (
    <DropdownMenu trigger="Apps">
      <DropdownItemGroup>
        {modules.map((module) => (
          <DropdownItem
            key={module.key}
            description={moduleText(module, 'tooltip')}
            elemBefore={<ModuleIcon module={module} />}
            onClick={() => {
              open(module);
            }}
          >
            {moduleText(module, 'title')}
          </DropdownItem>
        ))}
      </DropdownItemGroup>
    </DropdownMenu>
  );
}
