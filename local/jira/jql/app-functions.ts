/**
 * JQL functions of the app (Forge docs, "JQL functions"): asked once for each call, then kept for everybody as a
 * precomputation, until the app replaces it or nobody uses it for a week.
 */
import { randomUUID } from 'node:crypto';
import type { Clause, TerminalClause } from '@atlaskit/jql-ast';
import { z } from 'zod';
import { SITE_IDS } from '../../forge/backend';
import type { Precomputation } from '../../site/model';
import { Refused } from '../../site/serve';
import type { JqlFunction, Site } from '../../site/site';
import type { Searcher } from './fields';
import { parsed } from './tree';

const WEEK_MS = 7 * 24 * 60 * 60 * 1_000;
/** Forge docs, "Manage the 1,000 value limit in custom JQL functions". */
const MOST_VALUES = 1_000;

const answer = z.union([
  z.object({ jql: z.string() }),
  z.object({ error: z.string(), storeErrorAsPrecomputation: z.boolean().default(false) }),
]);

/** What stands in for each call of the app's functions in a query. Throws `Refused` with the app's sentence. */
export async function fragmentsFor({ site }: Searcher, where: Clause): Promise<ReadonlyMap<Clause, Clause>> {
  const fragments = new Map<Clause, Clause>();
  for (const clause of terminals(where)) {
    const declared = declaredFor(site, clause);
    if (!declared) continue;
    const kept = await precomputed(site, declared, clause);
    if (kept.value === null) throw new Refused(400, kept.error ?? '');
    fragments.set(clause, fragmentOf(declared.name, kept.value));
  }
  return fragments;
}

/** What the app answered, as a tree; the platform's sentences when it cannot stand in a query. */
export function fragmentOf(name: string, jql: string): Clause {
  const query = parsed(jql);
  if (!query?.where) throw new Refused(400, `The function '${name}' returned no JQL.`);
  if (query.orderBy) throw new Refused(400, `The function '${name}' returned JQL with an order.`);
  const values = terminals(query.where).reduce((sum, clause) => sum + valuesIn(clause), 0);
  if (values > MOST_VALUES) {
    throw new Refused(
      400,
      `Function '${name}' provided by 'Waymark' has returned more than the maximum of 1000 values for this JQL fragment.`,
    );
  }
  return query.where;
}

function terminals(clause: Clause): readonly TerminalClause[] {
  if (clause.clauseType === 'compound') return clause.clauses.flatMap(terminals);
  return clause.clauseType === 'not' ? terminals(clause.clause) : [clause];
}

function valuesIn({ operand }: TerminalClause): number {
  return operand?.operandType === 'list' ? operand.values.length : 1;
}

/** A built-in function of the same name would be called in its place; the app's names are no such names. */
function declaredFor(site: Site, { operand }: TerminalClause): JqlFunction | undefined {
  if (operand?.operandType !== 'function') return undefined;
  const name = operand.function.value.toLowerCase();
  return site.declared.jqlFunctions.find((one) => one.name.toLowerCase() === name);
}

async function precomputed(
  site: Site,
  declared: JqlFunction,
  clause: TerminalClause,
): Promise<Pick<Precomputation, 'value' | 'error'>> {
  const call = callOf(site, declared, clause);
  const { state } = site.store;
  const now = site.now();
  state.precomputations = state.precomputations.filter(({ used }) => now - used < WEEK_MS);
  const same = ({ functionKey, field, operator, arguments: args }: Omit<Precomputation, 'id'>) =>
    JSON.stringify([functionKey, field, operator, args]);
  const wanted = same({ ...call, value: null, error: null, created: 0, updated: 0, used: 0 });
  const kept = state.precomputations.find((one) => same(one) === wanted);
  if (kept) {
    kept.used = now;
    site.store.changed();
    return kept;
  }
  const id = randomUUID();
  const { functionKey: _key, ...asked } = call;
  const reply = answer.safeParse(
    await site.callJqlFunction(declared.key, {
      precomputationId: id,
      clause: { ...asked, type: ['issue'] },
    }),
  );
  if (!reply.success) throw new Refused(400, "Your query couldn't be processed: an app did not answer.");
  const value = 'jql' in reply.data ? reply.data.jql : null;
  const error = 'error' in reply.data ? reply.data.error : null;
  if (value !== null) fragmentOf(declared.name, value);
  if (value !== null || ('error' in reply.data && reply.data.storeErrorAsPrecomputation)) {
    state.precomputations.push({ id, ...call, value, error, created: now, updated: now, used: now });
    site.store.changed();
  }
  return { value, error };
}

/** The call as it was written; refused when the manifest does not allow it. */
function callOf(site: Site, declared: JqlFunction, { field, operator, operand }: TerminalClause) {
  const args = operand?.operandType === 'function' ? operand.arguments.map(({ value }) => value) : [];
  const how = operator?.value ?? '';
  if (!declared.operators.includes(how)) {
    throw new Refused(400, `The operator '${how}' is not supported by the '${declared.name}' function.`);
  }
  const least = declared.arguments.filter(({ required }) => required).length;
  if (args.length < least || args.length > declared.arguments.length) {
    const expected =
      least === declared.arguments.length ? String(least) : `${least} to ${declared.arguments.length}`;
    throw new Refused(
      400,
      `Function '${declared.name}' expected '${expected}' arguments but received '${args.length}'.`,
    );
  }
  const name = field.value.toLowerCase();
  return {
    functionKey: functionKeyOf(site, declared),
    functionName: declared.name,
    field: ['issue', 'issuekey', 'id'].includes(name) ? 'key' : field.value,
    operator: how,
    arguments: args,
  };
}

function functionKeyOf({ declared }: Site, { key }: JqlFunction): string {
  return `ari:cloud:ecosystem::extension/${declared.appId}/${SITE_IDS.environmentId}/static/${key}`;
}
