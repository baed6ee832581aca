/** `POST /jql/parse`: says of each query whether Jira would run it, and why not. Its syntax tree is not modelled. */
import { z } from 'zod';
import { Refused, type Answer, type Asked } from '../../site/serve';
import type { Site } from '../../site/site';
import { search } from './search';

const bodySchema = z.object({ queries: z.array(z.string()) });

export function parseQuery(site: Site, { caller, body }: Asked): Answer {
  const { queries } = bodySchema.parse(body);
  return {
    status: 200,
    body: {
      queries: queries.map((query) => {
        const errors = errorsOf(site, caller, query);
        return errors.length === 0 ? { query } : { query, errors };
      }),
    },
  };
}

function errorsOf(site: Site, caller: Asked['caller'], query: string): readonly string[] {
  try {
    search({ site, caller }, query);
    return [];
  } catch (error) {
    if (error instanceof Refused) return [error.message];
    throw error;
  }
}
