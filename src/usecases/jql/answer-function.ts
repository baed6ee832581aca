import type { Upkeep } from '../work/keep-issues';
import { fragmentOf } from './fragment';
import { readClause, type Clause } from './functions';
import { selectIssues } from './select-issues';

/**
 * What Jira puts in a function's place, for everybody who searches with it, or the sentence it shows instead (Forge docs,
 * "JQL functions"). Sentences are not kept, so that a corrected key or a new cycle is found at once.
 */
export type FunctionAnswer = { jql: string } | { error: string; storeErrorAsPrecomputation: false };

/** Answers a search that Jira has no result kept for. */
export async function answerFunction(deps: Upkeep, clause: Clause): Promise<FunctionAnswer> {
  const { keyPrefix } = (await deps.settings.read()).site;
  const asked = readClause(clause, keyPrefix);
  if ('sentence' in asked) return refuseSearch(asked.sentence);
  await deps.jql.noteAsked(deps.now);
  const selected = await selectIssues(deps, asked, keyPrefix, null);
  if (!selected.ok) return refuseSearch('Jira did not answer Waymark just now. Search again in a moment.');
  if ('sentence' in selected.value) return refuseSearch(selected.value.sentence);
  return { jql: fragmentOf(selected.value, asked.but) };
}

/** The answer that shows a sentence to the person who searches. */
export function refuseSearch(sentence: string): FunctionAnswer {
  return { error: sentence, storeErrorAsPrecomputation: false };
}
