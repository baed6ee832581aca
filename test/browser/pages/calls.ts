import { expect, type Page, type Request } from '@playwright/test';
import { z } from 'zod';

/** On every request a frame of the app made; requests of the site's own pages lack it. */
export const ofTheApp = 'x-waymark-local-origin';

const recorded = z.object({
  mark: z.number(),
  calls: z.array(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('sql'), invocationId: z.string().nullable() }),
      z.object({
        kind: z.literal('invocation'),
        invocationId: z.string(),
        functionKey: z.string(),
        call: z.string().nullable(),
        bytes: z.number(),
      }),
      z.object({
        kind: z.literal('rest'),
        origin: z.string(),
        path: z.string(),
        method: z.string(),
        invocationId: z.string().nullable(),
      }),
      z.object({ kind: z.literal('problem') }),
    ]),
  ),
});

/** What opening a surface cost. */
export interface Cost {
  /** Calls of the app's backend, by name. */
  readonly invokes: readonly string[];
  /** SQL statements of those calls. */
  readonly statements: number;
  /** Requests to Jira by the frame and by those calls: method and path. */
  readonly jira: readonly string[];
  /** Bytes the backend answered. */
  readonly bytes: number;
}

/** Counts what the surfaces of the app ask of its backend, of the database and of Jira. */
export class Calls {
  constructor(private readonly page: Page) {}

  /** Runs an act up to where everything it asked for has come, and says what it asked for. */
  async during(act: () => Promise<void>): Promise<Cost> {
    const jira: string[] = [];
    const underway = new Set<Request>();
    const note = (request: Request): void => {
      underway.add(request);
      const { pathname } = new URL(request.url());
      if (request.headers()[ofTheApp] !== undefined && pathname.startsWith('/rest/'))
        jira.push(`${request.method()} ${pathname}`);
    };
    const { mark } = await this.since(0);
    const forget = (request: Request): void => void underway.delete(request);
    this.page.on('request', note).on('requestfinished', forget).on('requestfailed', forget);
    await act();
    await expect.poll(() => underway.size).toBe(0);
    this.page.off('request', note).off('requestfinished', forget).off('requestfailed', forget);
    const { calls } = await this.since(mark);
    const invokes = calls.flatMap((call) =>
      call.kind === 'invocation' && call.functionKey === 'resolver' ? [call] : [],
    );
    const ids = new Set<string | null>(invokes.map(({ invocationId }) => invocationId));
    return {
      invokes: invokes.map(({ call }) => call ?? ''),
      statements: calls.filter((call) => call.kind === 'sql' && ids.has(call.invocationId)).length,
      jira: [
        ...jira,
        ...calls.flatMap((call) =>
          call.kind === 'rest' && ids.has(call.invocationId) ? [`${call.method} ${call.path}`] : [],
        ),
      ],
      bytes: invokes.reduce((sum, { bytes }) => sum + bytes, 0),
    };
  }

  private async since(mark: number): Promise<z.infer<typeof recorded>> {
    return recorded.parse(await (await this.page.request.get(`/_local/calls?since=${mark}`)).json());
  }
}
