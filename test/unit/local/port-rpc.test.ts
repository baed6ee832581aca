import { createPeer, type Peer } from '../../../local/frames/port-rpc';

type Answer = (command: string, data: unknown) => unknown;

const open: Peer[] = [];
afterEach(() => {
  for (const peer of open.splice(0)) peer.close();
});

/** Both ends of one channel, the second answering as given. */
function connect(answer: Answer): Peer {
  const { port1, port2 } = new MessageChannel();
  const near = createPeer(port1, () => undefined);
  open.push(near, createPeer(port2, answer));
  return near;
}

describe('calls over a port', () => {
  it('carries a command, its data and the answer', async () => {
    const near = connect((command, data) => ({ command, data }));
    await expect(near.call('getContext', { deep: [1, { two: null }] })).resolves.toEqual({
      command: 'getContext',
      data: { deep: [1, { two: null }] },
    });
  });

  it('rejects with the name and message of the error on the other side', async () => {
    const near = connect((command) => {
      throw new TypeError(`NotModelled: ${command}`);
    });
    await expect(near.call('openRovo')).rejects.toMatchObject({
      name: 'TypeError',
      message: 'NotModelled: openRovo',
    });
  });

  it('lets the other side call a function inside the data, with functions in its arguments too', async () => {
    const near = connect(async (_command, data) => {
      const { actions } = data as { actions: { onClick: (...args: unknown[]) => Promise<unknown> }[] };
      return actions[0]?.onClick('undo', (word: unknown) => `${String(word)}!`);
    });
    const onClick = async (word: unknown, shout: (word: unknown) => Promise<unknown>) => shout(word);
    await expect(near.call('showFlag', { actions: [{ onClick }] })).resolves.toBe('undo!');
  });

  it('gives back functions of the answer', async () => {
    let unsubscribed = 0;
    const near = connect(() => ({
      unsubscribe: () => {
        unsubscribed += 1;
      },
    }));
    const { unsubscribe } = (await near.call('on')) as { unsubscribe: () => Promise<void> };
    await unsubscribe();
    expect(unsubscribed).toBe(1);
  });

  it('rejects open calls when it is closed', async () => {
    const near = connect(() => new Promise(() => undefined));
    const waiting = near.call('invoke');
    near.close();
    await expect(waiting).rejects.toThrow('The page that would answer is closed.');
  });
});
