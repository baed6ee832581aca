import { z } from 'zod';
import type { RemoteFunction } from '../../frames/port-rpc';
import { emit, subscribe } from './app-events';
import { frameContext } from './frame-context';
import type { FrameHost } from './frame-host';
import { invoke } from './frame-invoke';
import { pathOfTarget } from './link-targets';
import { productFetch } from './product-fetch';
import { moduleText, settings } from '../site/settings';

const remote = z.custom<RemoteFunction>((value) => typeof value === 'function');
const eventName = z.object({ event: z.string(), payload: z.unknown().optional() });
const eventListener = z.object({ event: z.string(), callback: remote });
const id = z.union([z.string(), z.number()]);
const flag = z.object({
  id,
  title: z.string().default(''),
  description: z.string().optional(),
  type: z.enum(['info', 'success', 'warning', 'error']).default('info'),
  isAutoDismiss: z.boolean().default(false),
  actions: z.array(z.object({ text: z.string(), onClick: remote })).default([]),
});
const modal = z.object({
  resource: z.string().nullish(),
  onClose: remote,
  size: z.union([
    z.enum(['small', 'medium', 'large', 'xlarge', 'max', 'fullscreen', 'resizable']),
    z.object({ width: z.string(), height: z.string().optional() }),
  ]),
  context: z.unknown().optional(),
  closeOnEscape: z.boolean().default(true),
  closeOnOverlayClick: z.boolean().default(true),
  title: z.string().default(''),
});
const place = z.object({
  pathname: z.string(),
  search: z.string(),
  hash: z.string(),
  state: z.unknown().optional(),
});
const move = z.union([
  z.object({ action: z.enum(['PUSH', 'REPLACE']), location: place }),
  z.object({ action: z.literal('POP'), steps: z.number() }),
]);
const createIssue = z.object({
  data: z.object({ onClose: remote, context: z.record(z.string(), z.unknown()).default({}) }),
});
const viewIssue = z.object({
  data: z.object({ onClose: remote, context: z.object({ issueKey: z.string() }) }),
});

type Command = (host: FrameHost, data: unknown) => unknown;

/** Every command of the bridge the site answers; each is named as @forge/bridge and @forge/jira-bridge send it. */
const commands = new Map<string, Command>(
  Object.entries<Command>({
    getContext: frameContext,
    invoke,
    fetchProduct: (_host, data) => productFetch(data),
    enableTheming: (host) => host.theme(),
    resize: (host, data) => {
      host.setHeight(z.object({ height: z.number() }).parse(data).height);
    },
    escape: (host) => {
      if (host.closeOnEscape) host.close?.(undefined);
    },
    showFlag: (host, data) => {
      host.services.showFlag(flag.parse(data));
      return true;
    },
    closeFlag: (host, data) => {
      host.services.closeFlag(z.object({ id }).parse(data).id);
      return true;
    },
    openModal,
    close: (host, data) => {
      if (host.close === undefined) return false;
      host.close(data);
      return true;
    },
    submit: async (host, data) => {
      if (host.submit === undefined) return false;
      await host.submit(data);
      return true;
    },
    onClose: (host, data) => {
      if (host.close === undefined) return false;
      host.onViewClosed(remote.parse(data));
      return true;
    },
    refresh: (host) => {
      host.services.refresh();
      return true;
    },
    createHistory: (host, data) => {
      if (host.history === undefined)
        throw new Error(`createHistory is not available in ${host.module.type}.`);
      const { changed } = z.object({ changed: remote }).parse(data);
      host.history.listen((location, action) => void changed(location, action));
      return { location: host.history.current(), action: 'POP' };
    },
    history: (host, data) => {
      const change = move.parse(data);
      if (change.action === 'POP') host.history?.go(change.steps);
      else host.history?.move(change.action, change.location);
    },
    changeWindowTitle: (_host, data) => {
      document.title = z.string().parse(data);
    },
    emitReadyEvent: (host) => {
      host.setReady();
    },
    navigate,
    getUrl: (_host, data) => new URL(pathOfTarget(data), settings.siteUrl).toString(),
    reload: () => {
      window.location.reload();
    },
    on: (host, data) => listen(host, 'app', data),
    onPublic: (host, data) => listen(host, 'public', data),
    emit: (_host, data) => {
      const { event, payload } = eventName.parse(data);
      emit('app', event, payload);
    },
    emitPublic: (_host, data) => {
      const { event, payload } = eventName.parse(data);
      emit('public', event, payload);
    },
    refreshIssueView: (host) => {
      host.services.refresh();
      return true;
    },
    openIssueCreateModal: (host, data) => {
      const { onClose, context } = createIssue.parse(data).data;
      host.services.openCreateIssue(context, (ids) => {
        void onClose({ payload: ids.map((issueId) => ({ issueId })) });
      });
      return true;
    },
    openIssueViewModal: (host, data) => {
      const { onClose, context } = viewIssue.parse(data).data;
      host.services.openIssue(context.issueKey, () => void onClose());
      return true;
    },
  }),
);

/** Answers one command of a frame. What the site does not model rejects with an error that names it. */
export function answerCommand(host: FrameHost, command: string, data: unknown): unknown {
  const known = commands.get(command);
  if (known === undefined) throw new Error(`NotModelled: ${command}`);
  return known(host, data);
}

function openModal(host: FrameHost, data: unknown): boolean {
  const options = modal.parse(data);
  const own = moduleText(host.module, 'resource');
  const [resource = own, entry = 'index'] = (options.resource ?? own).split('/');
  if (resource !== own) throw new Error(`NotModelled: openModal with the resource ${resource}`);
  host.services.openModal({
    key: crypto.randomUUID(),
    module: host.module,
    extension: { ...host.extension, modal: options.context },
    localId: host.localId,
    page: options.resource === null || options.resource === undefined ? host.page : `${entry}.html`,
    size: options.size,
    title: options.title,
    closeOnEscape: options.closeOnEscape,
    closeOnOverlayClick: options.closeOnOverlayClick,
    onClose: (payload) => void options.onClose(payload),
  });
  return true;
}

function listen(host: FrameHost, scope: 'app' | 'public', data: unknown): { unsubscribe: () => void } {
  const { event, callback } = eventListener.parse(data);
  const issue = z.object({ issue: z.object({ id: z.string() }) }).safeParse(host.extension);
  const unsubscribe = subscribe(scope, event, callback, issue.data?.issue.id);
  host.onGone(unsubscribe);
  return { unsubscribe };
}

/** Links of the site open in place; others ask first and open beside it (Forge docs, "router"). */
function navigate(host: FrameHost, data: unknown): void {
  const { url, type } = z.looseObject({ url: z.string().optional(), type: z.string() }).parse(data);
  const target = new URL(url ?? pathOfTarget(data), settings.siteUrl);
  if (target.origin !== settings.siteUrl) {
    if (!window.confirm(`Leave this site for ${target.host}?`))
      throw new Error('The person stayed on this site.');
    window.open(target, '_blank', 'noopener');
    return;
  }
  const path = target.pathname + target.search + target.hash;
  if (type === 'new-tab') window.open(path, '_blank');
  else host.services.navigate(path);
}
