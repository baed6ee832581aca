import type { Output, Parsed } from '../../contract/calls';
import { ok, refuse, type Result } from '../../contract/result';
import type { Dependencies } from '../dependencies';

/**
 * A digest as this reader may read it: objectives they may not see now are left out, and nothing says that there were any.
 * Three statements in two steps. Source: design §3.12, §5 "Who may do what".
 */
export async function readDigest(
  deps: Dependencies,
  { id }: Parsed<'digest.read'>,
): Promise<Result<Output<'digest.read'>>> {
  const [found, { site }] = await Promise.all([deps.digests.find(id), deps.settings.read()]);
  if (!found) return refuse('not-found', 'This check-in is not there. Choose another.');
  const { digest, team, cycle } = found;
  const seen = new Map(
    (
      await deps.digests.visible(
        digest.content.map((one) => one.id),
        deps.me,
      )
    ).map((one) => [one.id, one]),
  );
  const { heldOn, since, endedAt, endedBy, note } = digest;
  return ok({
    id,
    heldOn,
    since,
    endedAt,
    endedBy,
    note,
    team: { id: team.id, name: team.name },
    cycle: { id: cycle.id, name: cycle.name },
    objectives: digest.content.flatMap(({ number, keyResults, ...objective }) => {
      const now = seen.get(objective.id);
      if (!now) return [];
      return {
        ...objective,
        key: `${site.keyPrefix.objective}-${number}`,
        restricted: now.restricted,
        keyResults: keyResults.map(({ number: of, ...one }) => ({
          ...one,
          key: `${site.keyPrefix.keyResult}-${of}`,
        })),
      };
    }),
  });
}
