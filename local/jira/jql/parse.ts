/** `POST /jql/parse`: says of each query whether Jira would run it, and why not. Its syntax tree is not modelled. */
import { z } from 'zod';
import { Refused, type Answer, type Asked } from '../../site/serve';
import type { Site } from '../../site/site';
import { search } from './search';

const bodySchema = z.object({ queries: z.array(z.string()) });

export async function parseQuery(site: Site, { caller, body }: Asked): Promise<Answer> {
  const { queries } = bodySchema.parse(body);
  return {
    status: 200,
    body: {
      queries: await Promise.all(
        queries.map(async (query) => {
          const errors = await errorsOf(site, caller, query);
          return errors.length === 0 ? { query } : { query, errors };
        }),
      ),
    },
  };
}

async function errorsOf(site: Site, caller: Asked['caller'], query: string): Promise<readonly string[]> {
  try {
    await search({ site, caller }, query);
    return [];
  } catch (error) {
    if (error instanceof Refused) return [error.message];
    throw error;
  }
}
