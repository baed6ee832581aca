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

/** A page that asked for nothing for so long asks for nothing more, in milliseconds: as Playwright's `networkidle`. */
const quiet = 500;

/** Counts what the surfaces of the app ask of its backend, of the database and of Jira. */
export class Calls {
  private readonly underway = new Set<Request>();
  private jira: string[] = [];
  private lastAt = performance.now();

  constructor(private readonly page: Page) {
    const forget = (request: Request): void => {
      this.underway.delete(request);
      this.lastAt = performance.now();
    };
    page
      .on('request', (request) => this.note(request))
      .on('requestfinished', forget)
      .on('requestfailed', forget);
  }

  private note(request: Request): void {
    this.underway.add(request);
    const { pathname } = new URL(request.url());
    if (request.headers()[ofTheApp] !== undefined && pathname.startsWith('/rest/'))
      this.jira.push(`${request.method()} ${pathname}`);
  }

  /** Answers when everything that was asked for has come: names of people are asked for after the rest is shown. */
  private async isQuiet(): Promise<void> {
    await expect.poll(() => this.underway.size === 0 && performance.now() - this.lastAt > quiet).toBe(true);
  }

  /** Runs an act up to where everything it asked for has come, and says what it asked for. */
  async during(act: () => Promise<void>): Promise<Cost> {
    // What was opened before may still be asking.
    await this.isQuiet();
    this.jira = [];
    const { mark } = await this.since(0);
    await act();
    await this.isQuiet();
    const { jira } = this;
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
