/**
 * The script that stands first in the `<head>` of every page of the app, as Forge's own bridge does: it sets
 * `globalThis.__bridge` before the app's bundle loads (Forge docs, "Custom UI bridge"). Everything the app asks
 * for goes to the page around the frame over a MessageChannel, which is the only way between the two.
 */
import { createFrameHistory } from './frame-history';
import { applyTheme, parseTheme } from './frame-theme';
import { followHeight, forwardEscape } from './frame-size';
import { createPeer } from './port-rpc';
import { shiftClock } from './shifted-clock';

interface Bridge {
  callBridge(command: string, data?: unknown): Promise<unknown>;
}

declare global {
  var __bridge: Bridge | undefined;
}

const { site = '', now = '' } = document.currentScript?.dataset ?? {};
shiftClock(Number(now) - Date.now());

const channel = new MessageChannel();
const host = createPeer(channel.port1, (command, data) => {
  if (command === 'theme') return applyTheme(parseTheme(data));
  throw new Error(`NotModelled: ${command}`);
});
window.parent.postMessage({ waymark: 'frame' }, site, [channel.port2]);

globalThis.__bridge = {
  async callBridge(command, data) {
    if (command === 'createHistory') return createFrameHistory(host);
    if (command === 'enableTheming') return applyTheme(parseTheme(await host.call(command)));
    return host.call(command, data);
  },
};

followHeight((height) => void host.call('resize', { height }));
forwardEscape(() => void host.call('escape'));
