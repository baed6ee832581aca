import type { Dependencies } from '../dependencies';

/**
 * Brings the database to the schema this version knows, and answers what was applied. Asks first with one cheap
 * statement, so that an hourly run on a ready database costs no DDL.
 */
export async function prepareDatabase({ schema }: Pick<Dependencies, 'schema'>): Promise<string[]> {
  const { applied, known } = await schema.state();
  return applied < known ? schema.migrate() : [];
}
