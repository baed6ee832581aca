import type { Recorded, Recorder } from '../contracts';

const KEPT = 20_000;

/** A recorder that keeps the newest 20,000 entries in memory. */
export function createRecorder(onProblem: (message: string) => void = () => undefined): Recorder {
  let entries: (Recorded & { readonly mark: number })[] = [];
  let next = 0;
  const record = (entry: Recorded): void => {
    entries.push({ ...entry, mark: next });
    next += 1;
    if (entries.length > KEPT * 1.5) entries = entries.slice(-KEPT);
  };
  return {
    record,
    problem: (message) => {
      onProblem(message);
      record({ kind: 'problem', message });
    },
    mark: () => next,
    since: (mark) => entries.filter((entry) => entry.mark >= mark),
  };
}
