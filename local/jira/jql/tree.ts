import { JastBuilder, type Query } from '@atlaskit/jql-ast';
import { Refused } from '../../site/serve';

/** A query's tree; Jira's sentence when it cannot be read. */
export function parsed(jql: string): Query | undefined {
  // A builder of its own each time: one that sees the same query twice answers an empty tree.
  const { query, errors } = new JastBuilder().build(jql);
  const [error] = errors;
  if (error) {
    const at =
      'line' in error && 'charPositionInLine' in error
        ? ` (line ${String(error.line)}, character ${String(Number(error.charPositionInLine) + 1)})`
        : '';
    throw new Refused(400, `Error in the JQL Query: ${error.message}.${at}`);
  }
  return query ?? undefined;
}
