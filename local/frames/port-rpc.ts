/**
 * Calls over a MessagePort, both ways, with functions anywhere in what is passed. A function stays where it
 * was made: the other side gets a function that asks for it by number.
 */

const FUNCTION_MARK = '@@waymark/function';

type Message =
  | { kind: 'call'; id: number; command: string; data: unknown }
  | { kind: 'apply'; id: number; target: number; args: unknown[] }
  | { kind: 'reply'; id: number; ok: true; value: unknown }
  | { kind: 'reply'; id: number; ok: false; name: string; message: string };

/** A function of the other side. Its result always comes as a promise. */
export type RemoteFunction = (...args: unknown[]) => Promise<unknown>;

export interface Peer {
  /** Asks the other side; rejects with its error's name and message. */
  call(command: string, data?: unknown): Promise<unknown>;
  /** Ends the conversation: open calls reject. */
  close(): void;
}

/**
 * Starts answering on `port`. `answer` is given every command of the other side; what it throws arrives there
 * as an Error of the same name and message.
 */
export function createPeer(port: MessagePort, answer: (command: string, data: unknown) => unknown): Peer {
  const functions = new Map<number, (...args: unknown[]) => unknown>();
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let lastId = 0;

  const encode = (value: unknown): unknown =>
    mapDeep(value, (leaf) => {
      if (typeof leaf !== 'function') return leaf;
      lastId += 1;
      functions.set(lastId, (...args: unknown[]): unknown => Reflect.apply(leaf, undefined, args));
      return { [FUNCTION_MARK]: lastId };
    });

  const decode = (value: unknown): unknown =>
    mapDeep(value, (leaf) => {
      const target = functionNumber(leaf);
      if (target === undefined) return leaf;
      const remote: RemoteFunction = (...args) =>
        send({ kind: 'apply', id: nextId(), target, args: args.map(encode) });
      return remote;
    });

  const nextId = (): number => {
    lastId += 1;
    return lastId;
  };

  const send = (message: Extract<Message, { kind: 'call' | 'apply' }>): Promise<unknown> =>
    new Promise((resolve, reject) => {
      waiting.set(message.id, { resolve, reject });
      port.postMessage(message);
    });

  const reply = async (id: number, work: () => unknown): Promise<void> => {
    try {
      const value = encode(await work());
      port.postMessage({ kind: 'reply', id, ok: true, value } satisfies Message);
    } catch (error) {
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      port.postMessage({ kind: 'reply', id, ok: false, name, message } satisfies Message);
    }
  };

  port.onmessage = ({ data }: MessageEvent<Message>) => {
    switch (data.kind) {
      case 'call':
        void reply(data.id, () => answer(data.command, decode(data.data)));
        return;
      case 'apply':
        void reply(data.id, () => {
          const target = functions.get(data.target);
          if (target === undefined) throw new Error('That function is no longer there.');
          return target(...data.args.map(decode));
        });
        return;
      case 'reply': {
        const caller = waiting.get(data.id);
        waiting.delete(data.id);
        if (data.ok) caller?.resolve(decode(data.value));
        else caller?.reject(Object.assign(new Error(data.message), { name: data.name }));
      }
    }
  };
  port.start();

  return {
    call: (command, data) => send({ kind: 'call', id: nextId(), command, data: encode(data) }),
    close: () => {
      port.close();
      for (const { reject } of waiting.values()) reject(new Error('The page that would answer is closed.'));
      waiting.clear();
      functions.clear();
    },
  };
}

function functionNumber(value: unknown): number | undefined {
  if (!isPlainObject(value)) return undefined;
  const mark = value[FUNCTION_MARK];
  return typeof mark === 'number' ? mark : undefined;
}

function mapDeep(value: unknown, change: (leaf: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => mapDeep(item, change));
  if (isPlainObject(value) && !(FUNCTION_MARK in value)) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapDeep(item, change)]));
  }
  return change(value);
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return Object.prototype.toString.call(value) === '[object Object]';
}
