import type { FrameHost } from './frame-host';
import { settings } from '../site/settings';

/** What `view.getContext()` answers (Forge docs, "view"); `license` is undefined as in development. */
export function frameContext(host: FrameHost): Readonly<Record<string, unknown>> {
  const { ids, siteUrl } = settings;
  return {
    accountId: host.accountId,
    cloudId: ids.cloudId,
    workspaceId: undefined,
    environmentId: ids.environmentId,
    environmentType: 'DEVELOPMENT',
    extension: host.extension,
    license: undefined,
    localId: host.localId,
    locale: host.locale,
    moduleKey: host.module.key,
    siteUrl,
    timezone: host.timeZone,
    theme: { colorMode: host.colorMode(), dark: 'dark', light: 'light', spacing: 'spacing', shape: 'shape' },
    surfaceColor: null,
    userAccess: { enabled: true, hasAccess: true },
  };
}
