import type { Result } from '../../../../../src/contract/result';
import type { Input, Output } from '../../../../../src/contract/calls';
import type { SampleServes, SampleNeed } from './company';
import { requestOf, teamId } from './sample-ids';
import type { Asked, Call, Step } from './step';

/** What the running quarter's objectives serve, and what their teams need of each other. */
export function alignmentStep(asked: Asked, needs: string[]): Step {
  const { company, ids, existing } = asked;
  const { alignment } = company;
  const said = alignment.serves.map(({ objective }) => ids<'objective'>(`objective:${objective}`));
  return {
    id: 'alignment',
    kind: 'alignment',
    makes: alignment.serves.length + alignment.needs.length,
    title: company.name,
    needs,
    there: said.every((id) => existing.aligned.has(id)),
    run: async (call) => {
      for (const one of alignment.serves) {
        const answer = await serve(asked, call, one);
        if (!answer.ok) return answer;
      }
      for (const one of alignment.needs) {
        const answer = await need(asked, call, one);
        if (!answer.ok) return answer;
      }
      return { ok: true, value: null };
    },
  };
}

async function serve(
  { ids }: Asked,
  call: Call,
  { objective, parent }: SampleServes,
): Promise<Result<unknown>> {
  const objectiveId = ids<'objective'>(`objective:${objective}`);
  const page = await call('objective.read', { id: objectiveId });
  if (!page.ok || page.value.alignment.version > 0) return page;
  const id = ids<'alignment'>(`alignment:${objective}`);
  return call('objective.serve', {
    id,
    version: 0,
    requestId: requestOf(id, 'create'),
    objectiveId,
    serves: servedBy(ids, parent),
  });
}

function servedBy(ids: Asked['ids'], parent: SampleServes['parent']): Input<'objective.serve'>['serves'] {
  if ('why' in parent) return { kind: 'none', why: parent.why };
  return 'objective' in parent
    ? { kind: 'objective', id: ids<'objective'>(`objective:${parent.objective}`) }
    : { kind: 'key-result', id: ids<'key-result'>(`key-result:${parent.keyResult}`) };
}

/** Asks a team, and answers for it where it confirmed. */
async function need({ ids }: Asked, call: Call, one: SampleNeed): Promise<Result<unknown>> {
  const keyResultId = ids<'key-result'>(`key-result:${one.keyResult}`);
  const of = teamId(ids, one.team);
  const page = await call('key-result.read', { id: keyResultId });
  if (!page.ok) return page;
  const known = page.value.dependencies.find(({ team }) => team.id === of);
  if (known && known.state !== 'asked') return page;
  const id = ids<'dependency'>(`dependency:${one.keyResult}:${one.team}`);
  const asked: Result<Output<'dependency.ask'>> = known
    ? { ok: true, value: { id: known.id, version: known.version } }
    : await call('dependency.ask', {
        id,
        version: 0,
        requestId: requestOf(id, 'create'),
        keyResultId,
        teamId: of,
        needs: one.needs,
      });
  if (!asked.ok || one.confirmed === null) return asked;
  const requestId = requestOf(id, 'confirm');
  return call('dependency.answer', { ...asked.value, requestId, confirmed: true, reason: one.confirmed });
}
