import { APP, at, JONAS, list, MARTA, PRIYA, startProducts, type TestProducts } from './products';

let site: TestProducts;
beforeEach(async () => {
  site = await startProducts();
});
afterEach(() => site.stop());

const accountOf = (as: string) => as.slice('user:'.length);
const notify = (key: string, to: string[], as = APP) =>
  site.ask(as, 'POST', `/rest/api/3/issue/${key}/notify`, {
    subject: 'One thing waits for you',
    textBody: 'Check in',
    htmlBody: '<p>Check in</p>',
    to: { users: to.map((accountId) => ({ accountId })) },
  });
const outbox = async () => list(at((await site.ask(MARTA, 'GET', '/_local/mail')).body, 'mails'));

it('keeps what an app sends people from an issue, the newest first', async () => {
  const [key = ''] = await site.keys(MARTA, 'project = GROW');
  expect(await outbox()).toEqual([]);
  expect(await notify(key, [accountOf(MARTA)])).toEqual({ status: 204, body: undefined });
  site.wait(60_000);
  await notify(key, [accountOf(PRIYA)]);
  expect(await outbox()).toMatchObject([
    { at: '2026-03-16T09:01:00.000Z', issueKey: key, to: { accountId: accountOf(PRIYA) } },
    {
      to: { displayName: 'Marta Silva' },
      subject: 'One thing waits for you',
      text: 'Check in',
      html: '<p>Check in</p>',
    },
  ]);
  expect(site.problems).toEqual([]);
});

it('sends nothing to who may not see the issue, and nothing from an issue that is hidden', async () => {
  const [hidden = ''] = await site.keys(MARTA, 'project = TRUST');
  expect(await notify(hidden, [accountOf(JONAS)])).toMatchObject({ status: 204 });
  expect(await outbox()).toEqual([]);
  expect(await notify(hidden, [accountOf(MARTA)], JONAS)).toMatchObject({ status: 404 });
  expect(await notify('GROW-99999', [accountOf(MARTA)])).toMatchObject({ status: 404 });
});

it('refuses a mail to nobody, to a stranger and to oneself', async () => {
  const [key = ''] = await site.keys(MARTA, 'project = GROW');
  for (const to of [[], ['nobody'], [accountOf(MARTA)]]) {
    expect(await notify(key, to, MARTA)).toMatchObject({ status: 400 });
  }
});

it('says where it is', async () => {
  expect(await site.ask(APP, 'GET', '/rest/api/3/serverInfo')).toMatchObject({
    status: 200,
    body: { baseUrl: 'http://127.0.0.1:3000', deploymentType: 'Cloud' },
  });
});
