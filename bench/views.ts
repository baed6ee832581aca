import type { Browser, Locator, Page, Request } from '@playwright/test';
import { z } from 'zod';
import { publishMacroPage } from '../test/browser/builders/macro-page';
import type { BenchWorld } from './bench-world';
import type { Measured, Section } from './report';
import { onNewPage, watchNetwork } from './visible';

/** The shell's own requests lack it: this one is on what a frame of the app asked for. */
const OF_THE_APP = 'x-waymark-local-origin';
/** Design §7: replies in KB, and statements of views that are not the panel or the macro. */
const REPLY_KB = 200;
const STATEMENTS = 4;

const recorded = z.object({
  mark: z.number(),
  calls: z.array(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('sql'), invocationId: z.string().nullable(), ddl: z.boolean() }),
      z.object({
        kind: z.literal('invocation'),
        invocationId: z.string(),
        functionKey: z.string(),
        call: z.string().nullable(),
        origin: z.string(),
        bytes: z.number(),
      }),
      z.object({ kind: z.literal('rest'), method: z.string(), path: z.string() }),
      z.object({ kind: z.literal('problem') }),
    ]),
  ),
});

const site = z.object({
  surfaces: z.object({ globalPage: z.string(), adminPage: z.string(), projectPage: z.string() }),
});

/** One view: how to come to where it opens, what opens it, and what stands there when it is whole. */
interface View {
  readonly name: string;
  /** The most SQL statements. */
  readonly statements: number;
  before?(page: Page): Promise<void>;
  open(page: Page): Promise<unknown>;
  whole(page: Page): Locator;
}

interface Counted {
  readonly invokes: readonly string[];
  readonly jira: readonly string[];
  readonly statements: number;
  readonly kilobytes: number;
}

/** Invokes, Jira calls, SQL statements and reply bytes of each surface, opened once in a browser. */
export async function countViews(browser: Browser, url: string, world: BenchWorld): Promise<Section> {
  const rows: Measured[] = [];
  const missing: string[] = [];
  for (const view of await views(url, world)) {
    try {
      const counted = await onNewPage(browser, url, async (page) => {
        await world.signIn(page);
        return count(page, view);
      });
      rows.push(...rowsOf(view, counted));
    } catch (error) {
      const [why] = (error instanceof Error ? error.message : String(error)).split('\n');
      missing.push(`${view.name}: ${why ?? ''}`);
    }
  }
  return { title: 'Views: what one opening costs', rows, missing };
}

function rowsOf(view: View, { invokes, jira, statements, kilobytes }: Counted): Measured[] {
  const { name } = view;
  return [
    { what: `${name}: invokes`, value: invokes.length, unit: '', bar: 1, how: invokes.join(', ') },
    { what: `${name}: Jira calls`, value: jira.length, unit: '', bar: null, how: jira.join(', ') },
    { what: `${name}: SQL statements`, value: statements, unit: '', bar: view.statements, how: '' },
    { what: `${name}: replies`, value: kilobytes, unit: 'KB', bar: REPLY_KB, how: '' },
  ];
}

async function count(page: Page, view: View): Promise<Counted> {
  page.setDefaultTimeout(30_000);
  const network = watchNetwork(page);
  await view.before?.(page);
  await network.quiet();
  const jira: string[] = [];
  const note = (request: Request): void => {
    const { pathname } = new URL(request.url());
    if (request.headers()[OF_THE_APP] === undefined || pathname.startsWith('/_local/')) return;
    jira.push(`${request.method()} ${pathname.replace(/^\/rest\/api\/3/, '')}`);
  };
  const { mark } = await callsSince(page, 0);
  page.on('request', note);
  await view.open(page);
  await view.whole(page).first().waitFor();
  await network.quiet();
  page.off('request', note);
  const { calls } = await callsSince(page, mark);
  const invocations = calls.flatMap((call) =>
    call.kind === 'invocation' && call.functionKey === 'resolver' ? [call] : [],
  );
  const ids = new Set(invocations.map(({ invocationId }) => invocationId));
  const statements = calls.filter((call) => call.kind === 'sql' && ids.has(call.invocationId ?? ''));
  return {
    invokes: invocations.map(({ call }) => call ?? '?'),
    jira,
    statements: statements.length,
    kilobytes: invocations.reduce((sum, { bytes }) => sum + bytes, 0) / 1000,
  };
}

async function callsSince(page: Page, mark: number): Promise<z.infer<typeof recorded>> {
  const reply = await page.request.get(`/_local/calls?since=${mark}`);
  return recorded.parse(await reply.json());
}

async function views(url: string, { world, keyResult, epic }: BenchWorld): Promise<View[]> {
  const { surfaces } = site.parse(await (await fetch(`${url}/_local/site`)).json());
  const { globalPage, adminPage } = surfaces;
  const macroPage = await publishMacroPage(world.site, {
    title: `Goals ${world.word}`,
    sentence: 'What we want this quarter:',
    config: { show: { kind: 'team', id: world.team.id, cycleId: world.cycle.id }, layout: 'full' },
  });
  const projectPage = surfaces.projectPage.replace('{projectKey}', 'GROW');
  const inMain = (page: Page) => page.getByRole('main').locator('iframe').first().contentFrame();
  const inMacro = (page: Page) => page.frameLocator('iframe[data-module="okr-macro"]');
  const inDialog = (page: Page) => page.getByRole('dialog').locator('iframe').first().contentFrame();
  const inPanel = (page: Page) => page.frameLocator('iframe[data-module="issue-panel"]');
  const keyResultPage = `${globalPage}/key-results/${keyResult.id}`;
  const openPanel = (page: Page) => page.getByRole('button', { name: /^Waymark/ }).click();
  const title = (page: Page) => inMain(page).getByText(keyResult.title);
  const pressed = (path: string, whole: (page: Page) => Locator) => async (page: Page) => {
    await page.goto(path);
    await whole(page).first().waitFor();
  };
  const onKeyResult = pressed(keyResultPage, title);
  const onIssue = async (page: Page) => {
    await page.goto(`/browse/${epic.key}`);
  };
  const onPanel = async (page: Page) => {
    await onIssue(page);
    await openPanel(page);
    await inPanel(page).getByRole('article').waitFor();
  };
  return [
    {
      name: 'issue panel',
      statements: 1,
      before: onIssue,
      open: openPanel,
      whole: (page) => inPanel(page).getByText('6 of 12 stories done'),
    },
    {
      name: 'macro',
      statements: 1,
      open: (page) => page.goto(macroPage),
      whole: (page) => inMacro(page).getByText(keyResult.title),
    },
    {
      name: 'overview',
      statements: STATEMENTS,
      open: (page) => page.goto(globalPage + world.route),
      whole: title,
    },
    {
      name: 'project page',
      statements: STATEMENTS,
      open: (page) => page.goto(projectPage + world.route),
      whole: title,
    },
    { name: 'key result', statements: STATEMENTS, open: (page) => page.goto(keyResultPage), whole: title },
    {
      name: 'teams',
      statements: STATEMENTS,
      open: (page) => page.goto(`${globalPage}/teams`),
      whole: (page) => inMain(page).getByText(world.team.name),
    },
    {
      name: 'cycles',
      statements: STATEMENTS,
      open: (page) => page.goto(`${globalPage}/cycles`),
      whole: (page) => inMain(page).getByText(world.cycle.name),
    },
    {
      name: 'settings',
      statements: STATEMENTS,
      open: (page) => page.goto(adminPage),
      whole: (page) => inMain(page).getByRole('button', { name: /^Save/ }),
    },
    {
      name: 'attach',
      statements: STATEMENTS,
      before: onPanel,
      open: (page) =>
        inPanel(page)
          .getByRole('button', { name: /^Attach/ })
          .click(),
      whole: (page) => inDialog(page).getByRole('combobox'),
    },
    {
      name: 'attach many',
      statements: STATEMENTS,
      before: onKeyResult,
      open: (page) =>
        inMain(page)
          .getByRole('button', { name: /^Attach/ })
          .first()
          .click(),
      whole: (page) => inDialog(page).getByRole('textbox'),
    },
    {
      name: 'check-in',
      statements: STATEMENTS,
      before: onKeyResult,
      open: (page) =>
        inMain(page)
          .getByRole('button', { name: /^Check in/ })
          .first()
          .click(),
      whole: (page) => inDialog(page).getByLabel(/^Confidence/),
    },
  ];
}
