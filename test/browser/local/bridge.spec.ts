import { expect, test, type Frame, type Page } from '@playwright/test';
import { z } from 'zod';
// Its declaration of `globalThis.__bridge` is needed, not the script.
import type {} from '../../../local/frames/bridge';
import type { page as bridgePage } from './bridge-page/page';
import { startBridgeSite, type BridgeSite } from './bridge-site';

declare global {
  var page: typeof bridgePage;
}

const issueContext = z.object({ issue: z.object({ id: z.string() }), project: z.object({ id: z.string() }) });

let site: BridgeSite;

test.beforeAll(async () => {
  site = await startBridgeSite(4980, '2027-02-03T09:00:00Z');
});
test.afterAll(() => site.stop());

/** The app's frame, once the bridge packages in it are ready; `at` counts from the first. */
async function appFrame(page: Page, at = 0): Promise<Frame> {
  const element = await page.locator('iframe.app-frame__frame').nth(at).elementHandle();
  const frame = await element.contentFrame();
  if (frame === null) throw new Error('The app has no frame on this page.');
  await frame.waitForFunction(() => 'page' in globalThis);
  return frame;
}

const heard = (frame: Frame): Promise<unknown[]> => frame.evaluate(() => globalThis.page.heard);

test('a frame runs under production’s policy, at the site’s date', async ({ page }) => {
  const answers: string[] = [];
  page.on('response', (response) => {
    const policy = response.headers()['content-security-policy'];
    if (policy !== undefined) answers.push(policy);
  });
  await page.goto(site.globalPage);
  const frame = await appFrame(page);
  expect(answers).toHaveLength(1);
  expect(answers[0]).toContain(`frame-ancestors 'self' ${site.url}`);
  const ran = await frame.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'globalThis.inlineRan = true';
    document.head.append(script);
    return 'inlineRan' in globalThis;
  });
  expect(ran).toBe(false);
  expect(await frame.evaluate(() => new Date().toISOString())).toContain('2027-02-03T09:');
});

test('context, calls and product requests', async ({ page }) => {
  await page.goto(`${site.globalPage}/teams/7`);
  const frame = await appFrame(page);
  const context = await frame.evaluate(() => globalThis.page.view.getContext());
  expect(context).toMatchObject({
    moduleKey: 'global-page',
    siteUrl: site.url,
    extension: { type: 'jira:globalPage', location: `${site.globalPage}/teams/7` },
  });
  expect(await frame.evaluate(() => globalThis.page.invoke('team.list', { open: true }))).toEqual({
    functionKey: 'team.list',
    payload: { open: true },
  });
  await expect(frame.evaluate(() => globalThis.page.invoke('fails'))).rejects.toThrow('It failed.');
  const me = await frame.evaluate(async () => {
    const response = await globalThis.page.requestJira('/rest/api/3/myself');
    const body: unknown = await response.json();
    return { status: response.status, body };
  });
  expect(me).toMatchObject({ status: 200, body: { accountId: context.accountId } });
  expect(site.origins).toContain('browser');
  await expect(frame.evaluate(() => globalThis.__bridge?.callBridge('openRovo', {}))).rejects.toThrow(
    'NotModelled: openRovo',
  );
});

test('history moves the address bar and follows it', async ({ page }) => {
  await page.goto(`${site.globalPage}/teams/7?tab=work`);
  const frame = await appFrame(page);
  const start = await frame.evaluate(async () => {
    const history = await globalThis.page.view.createHistory();
    history.listen((location, action) => {
      globalThis.page.heard.push([location.pathname, action]);
    });
    const { pathname, search } = history.location;
    history.push('/key-results/57');
    return { pathname, search };
  });
  expect(start).toEqual({ pathname: '/teams/7', search: '?tab=work' });
  await expect(page).toHaveURL(`${site.globalPage}/key-results/57`);
  // There and back before the shell has drawn anything would be no move at all.
  await expect.poll(() => heard(frame)).toEqual([['/key-results/57', 'PUSH']]);
  await page.goBack();
  await expect(page).toHaveURL(`${site.globalPage}/teams/7?tab=work`);
  await expect
    .poll(() => heard(frame))
    .toEqual([
      ['/key-results/57', 'PUSH'],
      ['/teams/7', 'POP'],
    ]);
});

test('the theme arrives before it is used and follows the switch', async ({ page }) => {
  await page.goto(site.globalPage);
  const frame = await appFrame(page);
  const background = (): Promise<string> =>
    frame.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await frame.evaluate(() => globalThis.page.view.theme.enable());
  expect(await background()).toBe('rgb(255, 255, 255)');
  await page.getByRole('button', { name: 'Switch to dark' }).click();
  await expect.poll(background).toBe('rgb(31, 31, 33)');
});

test('a dialog has its context, closes with an answer, and on Escape without', async ({ page }) => {
  await page.goto(site.globalPage);
  const frame = await appFrame(page);
  const open = (): Promise<void> =>
    frame.evaluate(() =>
      new globalThis.page.Modal({
        title: 'Attach',
        context: { act: 'attach' },
        onClose: (payload) => globalThis.page.heard.push(payload ?? 'nothing'),
      }).open(),
    );
  await open();
  await expect(page.getByRole('dialog', { name: 'Attach' })).toBeVisible();
  const inside = await appFrame(page, 1);
  const context = await inside.evaluate(() => globalThis.page.view.getContext());
  expect(context.extension['modal']).toEqual({ act: 'attach' });
  await inside.evaluate(() => void globalThis.page.view.close({ saved: 'KR-3' }));
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await open();
  await (await appFrame(page, 1)).locator('h1').click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect.poll(() => heard(frame)).toEqual([{ saved: 'KR-3' }, 'nothing']);
});

test('a flag’s action runs in the frame', async ({ page }) => {
  await page.goto(site.globalPage);
  const frame = await appFrame(page);
  await frame.evaluate(() => {
    globalThis.page.showFlag({
      id: 'attached',
      title: 'GROW-1 was attached',
      type: 'success',
      actions: [{ text: 'Undo', onClick: () => globalThis.page.heard.push('undo') }],
    });
  });
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => heard(frame)).toEqual(['undo']);
});

test('an issue’s panel: status while closed, the issue’s events and the content’s height while open', async ({
  page,
}) => {
  await page.goto(`${site.url}/browse/GROW-3`);
  const panel = page.getByRole('button', { name: /Waymark/ });
  await expect(panel).toContainText('KR-3 · behind');
  await panel.click();
  await expect(panel).not.toContainText('KR-3');
  const frame = await appFrame(page);
  const context = await frame.evaluate(async () => {
    await globalThis.page.events.on('JIRA_ISSUE_CHANGED', async (change) => {
      globalThis.page.heard.push(change);
    });
    document.body.style.height = '333px';
    return globalThis.page.view.getContext();
  });
  await expect(page.locator('iframe.app-frame__frame')).toHaveCSS('height', '333px');
  const { issue, project } = issueContext.parse(context.extension);
  const summary = page.getByRole('textbox', { name: 'Summary' });
  await summary.fill('Celebrate the first lesson');
  await summary.press('Enter');
  await expect
    .poll(() => heard(frame))
    .toEqual([
      {
        issueId: issue.id,
        projectId: project.id,
        changes: [{ changeType: 'updated', atlassianId: context.accountId }],
      },
    ]);
  await expect(frame.evaluate(() => globalThis.page.view.createHistory())).rejects.toThrow(
    'createHistory is not available in jira:issueContext.',
  );
});

test('a macro: inserted with "/", configured, published, exported', async ({ page }) => {
  await page.goto(`${site.wikiPage}/edit`);
  const line = page.getByRole('textbox', { name: 'Paragraph' }).first();
  await line.press('End');
  await line.press('Enter');
  await page.keyboard.type('/waymark');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  const config = await appFrame(page, 1);
  const context = await config.evaluate(() => globalThis.page.view.getContext());
  expect(context.extension).toMatchObject({
    type: 'macro',
    isEditing: true,
    macro: { isConfiguring: true, isInserting: true },
  });
  await expect(
    config.evaluate(() => globalThis.page.view.submit({ config: { keyResult: null } })),
  ).rejects.toThrow('INVALID_CONFIG');
  await config.evaluate(() => void globalThis.page.view.submit({ config: { keyResult: 'KR-3' } }));
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('button', { name: 'Publish' }).click();
  await expect(page).toHaveURL(site.wikiPage);
  await expect(page.getByRole('link', { name: 'Edit' })).toBeVisible();
  const published = await (await appFrame(page)).evaluate(() => globalThis.page.view.getContext());
  expect(published.extension).toMatchObject({ isEditing: false, config: { keyResult: 'KR-3' } });
  await page.getByRole('link', { name: 'Export' }).click();
  await expect(page.getByText('Exported KR-3')).toBeVisible();
});
