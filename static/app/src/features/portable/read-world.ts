/** Reads a world page by page from Waymark, as much of it as this person may see. */
import type { Directory, Input, Output, CallName } from '../../../../../src/contract/calls';
import type { ExportRow } from '../../../../../src/contract/export-calls';
import type { Result } from '../../../../../src/contract/result';
import type { CycleId, TeamId } from '../../../../../src/domain/ids';
import { emptyWorld, type World } from './world';

/** Waymark said no, in a sentence for the person. */
export class Refused extends Error {
  override name = 'Refused';
}

export type WorldPlace = { teamId: TeamId; cycleId: CycleId };
type Asked = {
  call: <N extends CallName>(name: N, input: Input<N>) => Promise<Result<Output<N>>>;
  directory: Pick<Directory, 'teams' | 'cycles'>;
  places: readonly WorldPlace[];
  stopped: () => boolean;
  onRead: (objectives: number, place: number) => void;
};

/** Everything of these teams and cycles. Null: it was stopped. Throws Refused where Waymark says no. */
export async function readWorld({ call, directory, places, stopped, onRead }: Asked): Promise<World | null> {
  const world = emptyWorld();
  for (const [at, place] of places.entries()) {
    let after: string | null = null;
    do {
      if (stopped()) return null;
      const answer: Result<Output<'export.read'>> = await call('export.read', { ...place, after });
      if (!answer.ok) throw new Refused(answer.refusal.message);
      for (const row of answer.value.rows) put(world, row, place);
      after = answer.value.after;
      onRead(world.objectives.length, at + 1);
    } while (after !== null);
  }
  const teams = above(
    directory.teams,
    places.map(({ teamId }) => teamId),
  );
  const cycles = above(
    directory.cycles,
    places.map(({ cycleId }) => cycleId),
  );
  world.teams = teams.map(({ version: _version, can: _can, ...team }) => team);
  world.cycles = cycles.map(({ version: _version, ...cycle }) => cycle);
  return world;
}

/** Those named and all above them. */
function above<T extends { id: string; parentId: string | null }>(
  all: readonly T[],
  ids: readonly string[],
): T[] {
  const wanted = new Set<string>();
  const want = (id: string | null): void => {
    const found = all.find((one) => one.id === id);
    if (!found || wanted.has(found.id)) return;
    wanted.add(found.id);
    want(found.parentId);
  };
  ids.forEach(want);
  return all.filter(({ id }) => wanted.has(id));
}

function put(world: World, found: ExportRow, { teamId, cycleId }: WorldPlace): void {
  switch (found.row) {
    case 'objective': {
      const { row: _row, ...objective } = found;
      world.objectives.push({ ...objective, teamId, cycleId });
      return;
    }
    case 'key-result': {
      const { row: _row, ...keyResult } = found;
      world.keyResults.push(keyResult);
      return;
    }
    case 'check-in': {
      const { row: _row, ...checkIn } = found;
      world.checkIns.push(checkIn);
      return;
    }
    case 'initiative': {
      const { id, keyResultId, issueId, publicName, hypothesis, live, attachedAt, attachedBy } = found;
      const jira = { issueKey: '', issueTitle: '' };
      world.initiatives.push({
        id,
        keyResultId,
        issueId,
        publicName,
        hypothesis,
        live,
        attachedAt,
        attachedBy,
        ...jira,
      });
      return;
    }
    case 'event': {
      const { id, keyResultId, kind, on, until, title } = found;
      world.events.push({ id, keyResultId, kind, on, until, title });
      return;
    }
    case 'score': {
      const { id, keyResultId, score, label, rationale, next } = found;
      world.scores.push({ id, keyResultId, score, label, rationale, next });
      return;
    }
    case 'confirmation': {
      const { id, objectiveId, score, writeUp } = found;
      world.confirmations.push({ id, objectiveId, score, writeUp });
      return;
    }
    case 'retrospective': {
      const { id, helped, hindered, learned, willChange } = found;
      world.retrospectives.push({ id, teamId, cycleId, helped, hindered, learned, willChange });
    }
  }
}
