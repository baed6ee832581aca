import { useState } from 'react';
import type { CycleId, ObjectiveId, TeamId } from '../../../../../src/domain/ids';
import { keep, listed, readKept } from '../../components/kept';

type Sentences = ReadonlyMap<string, readonly string[]>;

/**
 * Key results said in one breath with their objectives, until each is saved or left out. Kept on this machine: neither a
 * closed tab nor the next objective takes them away.
 */
export function useWaiting({ teamId, cycleId }: { teamId: TeamId; cycleId: CycleId }) {
  const name = `draft-lines.${teamId}.${cycleId}`;
  const [all, setAll] = useState<Sentences>(() => read(name));

  function change(id: ObjectiveId, to: (now: readonly string[]) => readonly string[]) {
    const next = new Map(all);
    const sentences = to(all.get(id) ?? []);
    if (sentences.length === 0) next.delete(id);
    else next.set(id, sentences);
    setAll(next);
    keep(name, next.size === 0 ? null : Object.fromEntries(next));
  }

  return {
    of: (id: ObjectiveId): readonly string[] => all.get(id) ?? [],
    add: (id: ObjectiveId, sentences: readonly string[]) => change(id, (now) => [...now, ...sentences]),
    remove: (id: ObjectiveId, sentence: string) => change(id, (now) => now.filter((one) => one !== sentence)),
  };
}

function read(name: string): Sentences {
  const kept = Object.entries<unknown>(readKept(name) ?? {});
  return new Map(kept.map(([id, said]) => [id, listed(said)]));
}
