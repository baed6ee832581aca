import { createPeer, type Peer } from '../../frames/port-rpc';
import { settings } from '../site/settings';

/**
 * Waits for the bridge script of a frame and answers it; the frame may load more than once. Returns how to stop.
 */
export function connectFrame(
  frame: HTMLIFrameElement,
  answer: (command: string, data: unknown) => unknown,
  connected: (peer: Peer) => void,
): () => void {
  let peer: Peer | undefined;
  const greet = (event: MessageEvent<unknown>): void => {
    const [port] = event.ports;
    if (event.source !== frame.contentWindow || event.origin !== settings.framesUrl || port === undefined)
      return;
    peer?.close();
    peer = createPeer(port, answer);
    connected(peer);
  };
  window.addEventListener('message', greet);
  return () => {
    window.removeEventListener('message', greet);
    peer?.close();
  };
}
