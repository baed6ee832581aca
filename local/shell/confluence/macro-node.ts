import type { ManifestModule } from '../../contracts';
import { adfAttribute, isRecord, type AdfNode } from '../../frames/adf';
import { extensionKey } from '../../frames/site-settings';
import { modulesOf, moduleText, settings } from '../site/settings';

/** A Forge macro on a page. */
export interface Macro {
  module: ManifestModule;
  localId: string;
  config: Readonly<Record<string, unknown>> | undefined;
}

/** Reads the macro of an extension node; undefined when it is not one of this app's. */
export function macroOf(node: AdfNode): Macro | undefined {
  const key = node.attrs?.['extensionKey'];
  const module = modulesOf('macro').find((candidate) => extensionKey(settings.ids, candidate.key) === key);
  const parameters = node.attrs?.['parameters'];
  if (node.type !== 'extension' || module === undefined || !isRecord(parameters)) return undefined;
  const config = parameters['guestParams'];
  return {
    module,
    localId: adfAttribute({ attrs: parameters }, 'localId') || adfAttribute(node, 'localId'),
    config: isRecord(config) ? config : undefined,
  };
}

/** The extension node Confluence's editor writes for a Forge macro; its config stands in `guestParams`. */
export function macroNode({ module, localId, config }: Macro): AdfNode {
  const key = extensionKey(settings.ids, module.key);
  return {
    type: 'extension',
    attrs: {
      layout: 'default',
      extensionType: 'com.atlassian.ecosystem',
      extensionKey: key,
      text: moduleText(module, 'title'),
      localId,
      parameters: {
        layout: 'extension',
        localId,
        extensionId: `ari:cloud:ecosystem::extension/${key}`,
        extensionTitle: moduleText(module, 'title'),
        forgeEnvironment: 'DEVELOPMENT',
        render: 'default',
        ...(config === undefined ? {} : { guestParams: config }),
      },
    },
  };
}

/** What a macro's frame is told of where it stands (Forge docs, "Macro"). */
export function macroExtension(
  macro: Macro,
  place: { pageId: string; spaceId: string; spaceKey: string; isEditing: boolean },
): Readonly<Record<string, unknown>> {
  return {
    type: 'macro',
    content: { id: place.pageId, type: 'page', subtype: null },
    space: { id: place.spaceId, key: place.spaceKey },
    isEditing: place.isEditing,
    references: [],
    config: macro.config,
    location: window.location.href,
  };
}
