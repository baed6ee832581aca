import { z } from 'zod/mini';
import { answerFunction, refuseSearch, type FunctionAnswer } from '../usecases/jql/answer-function';
import { upkeep } from './dependencies';

const payloadSchema = z.object({
  clause: z.object({
    functionName: z.string(),
    field: z.string(),
    operator: z.string(),
    arguments: z._default(z.array(z.string()), []),
  }),
});

/**
 * Every `jira:jqlFunction` of manifest.yml (Forge docs, "JQL functions"). Jira keeps the answer and shows it to all who search
 * with the same call, so it works as the app, for a searcher nobody knows; Jira leaves out issues each may not see.
 * Never throws: of what is thrown Jira says nothing a person could use.
 */
export async function jqlFunction(payload: unknown): Promise<FunctionAnswer> {
  const parsed = payloadSchema.safeParse(payload);
  if (!parsed.success)
    return refuseSearch('Waymark did not understand this search. Write the function anew.');
  try {
    const deps = upkeep();
    const { applied, known } = await deps.schema.state();
    if (applied < known) return refuseSearch('Waymark is setting up its database. Search again in a minute.');
    return await answerFunction(deps, parsed.data.clause);
  } catch (error) {
    console.error('a JQL function failed', error);
    return refuseSearch('Waymark could not do this just now. Search again in a moment.');
  }
}
