import { spawn } from 'node:child_process';
import { openSync, closeSync } from 'node:fs';
import { Socket } from 'node:net';
import { join } from 'node:path';
import { commandOf } from './running';
import type { SupervisedTask } from './supervised-task';

/** A program under a supervisor, which ends it when this process ends, be it by SIGKILL. */
export interface Supervised {
  /** The exit code once the program has ended; 0 when it was told to. */
  readonly ended: Promise<number>;
  hasEnded(): boolean;
  /** Lets this process end without a stop: the supervisor then does what there is to do. */
  unref(): void;
  /** Ends the program, removes what was to be removed, and answers when both is done. */
  stop(): Promise<void>;
}

const PATIENCE_MS = 20_000;
const SUPERVISOR = join(__dirname, 'supervisor.ts');

/**
 * Starts a program that must not outlive this process. Its output goes to the file `log`, to `hear`, or where this
 * process's does.
 * A server names its `folder`, which must be on its command line: the next start finds there what was left over.
 */
export function supervise(options: {
  program?: { command: string; args: readonly string[]; env?: Readonly<Record<string, string>> };
  folder?: string;
  log?: string;
  hear?: ((words: string) => void) | undefined;
  endWith?: SupervisedTask['endWith'];
  patienceMs?: number;
  /** Folders that go with the program. */
  remove?: readonly string[];
}): Supervised {
  const task: SupervisedTask = {
    owner: { owner: process.pid, ownerCommand: commandOf(process.pid) ?? '' },
    folder: options.folder ?? null,
    program: options.program ? { env: {}, ...options.program } : null,
    endWith: options.endWith ?? 'SIGTERM',
    patienceMs: options.patienceMs ?? PATIENCE_MS,
    remove: options.remove ?? [],
  };
  const { log, hear } = options;
  const output = log !== undefined ? openSync(log, 'a') : hear ? 'pipe' : 'inherit';
  // The folder once more, as it is: left-over.ts looks for it on the command line.
  const args = ['--require', require.resolve('tsx/cjs'), SUPERVISOR, JSON.stringify(task), task.folder ?? ''];
  const supervisor = spawn(process.execPath, args, { stdio: ['pipe', output, output], detached: true });
  if (typeof output === 'number') closeSync(output);
  for (const stream of [supervisor.stdout, supervisor.stderr]) {
    stream?.setEncoding('utf8').on('data', (words: string) => hear?.(words));
  }
  let running = true;
  const ended = new Promise<number>((resolve) => {
    const done = (code: number): void => {
      running = false;
      resolve(code);
    };
    supervisor.once('error', () => done(1));
    supervisor.once('close', (code) => done(code ?? 1));
  });
  // The pipe breaks when the supervisor ends first; `ended` tells.
  supervisor.stdin?.on('error', () => undefined);
  return {
    ended,
    hasEnded: () => !running,
    unref: () => {
      supervisor.unref();
      if (supervisor.stdin instanceof Socket) supervisor.stdin.unref();
    },
    stop: async () => {
      supervisor.stdin?.end();
      await ended;
    },
  };
}
