/**
 * A small process that watches over a program: `supervise.ts` starts one for each. It ends the program when whoever asked
 * for it is gone, however that ended: its standard input is a pipe whose other end closes with the owner, even when the
 * owner was killed and could do nothing. It is in a session of its own, so that a Ctrl-C does not reach it.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { processFileIn, type ProcessRecord, type SupervisedTask } from './supervised-task';

const task = JSON.parse(process.argv[2] ?? '') as SupervisedTask;
for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, () => undefined);

let ending = false;
const child = task.program === null ? null : start(task.program);
process.once('SIGTERM', end);
process.stdin.once('end', end).once('error', end).resume();

function start({ command, args, env }: NonNullable<SupervisedTask['program']>): ChildProcess {
  const started = spawn(command, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
    // A group of its own: what the program starts ends with it.
    detached: true,
  });
  const record: ProcessRecord = { ...task.owner, supervisor: process.pid, server: started.pid ?? 0 };
  if (task.folder !== null) writeFileSync(processFileIn(task.folder), JSON.stringify(record));
  started.once('error', (error) => {
    console.error(error.message);
    leave(1);
  });
  started.once('exit', (code) => {
    signalGroup(started, 'SIGKILL');
    leave(code ?? 1);
  });
  return started;
}

function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (pid !== undefined) process.kill(-pid, signal);
  } catch {
    // Nobody is left in it.
  }
}

function end(): void {
  if (ending) return;
  ending = true;
  if (child === null) {
    leave(0);
    return;
  }
  signalGroup(child, task.endWith);
  setTimeout(() => signalGroup(child, 'SIGKILL'), task.patienceMs);
}

/** When a program ends by itself its folder stays: whoever asked for it reads the log. */
function leave(code: number): void {
  if (task.folder !== null) rmSync(processFileIn(task.folder), { force: true });
  if (ending)
    for (const folder of task.remove) rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  process.exit(ending ? 0 : code);
}
