import { APP, at, JONAS, list, MARTA, PRIYA, startProducts, TOM, type TestProducts } from './products';

const GROW = 10100;
const PAY = 10102;
const TRUST = 10103;
const OKRS =
  'ari:cloud:ecosystem::extension/3f0c7b52-8a5e-4d0e-9c55-6a1f27d3b9e4/development/static/administer-okrs';

let site: TestProducts;

beforeAll(async () => {
  site = await startProducts();
});
afterAll(() => site.stop());

async function idOf(key: string): Promise<number> {
  const { body } = await site.ask(MARTA, 'GET', `/rest/api/3/issue/${key}?fields=summary`);
  return Number(at(body, 'id'));
}

describe('who may do what', () => {
  it('knows nobody without a header or a cookie', async () => {
    expect((await site.ask('nobody', 'GET', '/rest/api/3/myself')).status).toBe(401);
    const byCookie = await fetch(`${site.url}/rest/api/3/myself`, {
      headers: { cookie: `theme=dark; waymark-person=${encodeURIComponent(JONAS.slice(5))}` },
    });
    expect(at(await byCookie.json(), 'displayName')).toBe('Jonas Weber');
  });

  it('hides a restricted project from every way in', async () => {
    const trust = await idOf('TRUST-2');
    expect((await site.ask(JONAS, 'GET', '/rest/api/3/issue/TRUST-2')).status).toBe(404);
    expect((await site.ask(JONAS, 'GET', '/rest/api/3/project/TRUST')).status).toBe(404);
    const projects = await site.ask(JONAS, 'GET', '/rest/api/3/project/search');
    expect(list(at(projects.body, 'values')).map((one) => at(one, 'key'))).toEqual(['GROW', 'LEARN', 'PAY']);
    expect((await site.keys(JONAS, 'type = Epic')).filter((key) => key.startsWith('TRUST'))).toEqual([]);
    const fetched = await site.ask(JONAS, 'POST', '/rest/api/3/issue/bulkfetch', {
      issueIdsOrKeys: ['GROW-1', String(trust), '99999999'],
      fields: ['summary'],
    });
    expect(list(at(fetched.body, 'issues')).map((one) => at(one, 'key'))).toEqual(['GROW-1']);
    const unseen = 'Issue does not exist or you do not have permission to see it.';
    expect(at(fetched.body, 'issueErrors')).toEqual([
      { id: String(trust), errorMessage: unseen },
      { id: '99999999', errorMessage: unseen },
    ]);
    const logs = await site.ask(JONAS, 'POST', '/rest/api/3/changelog/bulkfetch', {
      issueIdsOrKeys: ['TRUST-2'],
    });
    expect(at(logs.body, 'issueChangeLogs')).toEqual([]);
    const boards = await site.ask(JONAS, 'GET', '/rest/agile/1.0/board');
    expect(list(at(boards.body, 'values'))).toHaveLength(3);
    const spaces = await site.ask(JONAS, 'GET', '/wiki/api/v2/spaces');
    expect(list(at(spaces.body, 'results')).map((one) => at(one, 'key'))).toEqual(['LAN', 'GRO']);
  });

  it('hides issues with a security level from those outside it, within a project they see', async () => {
    const [secret = ''] = await site.keys(
      MARTA,
      'project = PAY and level = Investigations and summary ~ "stolen"',
    );
    expect(secret).toMatch(/^PAY-/);
    expect((await site.ask(TOM, 'GET', `/rest/api/3/issue/${secret}`)).status).toBe(404);
    expect((await site.ask(MARTA, 'GET', `/rest/api/3/issue/${secret}`)).status).toBe(200);
    expect((await site.ask(APP, 'GET', `/rest/api/3/issue/${secret}`)).status).toBe(200);
  });

  it('answers permissions/check per permission, leaving out what is not granted and what does not exist', async () => {
    const [grow, trust] = [await idOf('GROW-1'), await idOf('TRUST-2')];
    const { status, body } = await site.ask(JONAS, 'POST', '/rest/api/3/permissions/check', {
      globalPermissions: ['ADMINISTER', OKRS],
      projectPermissions: [
        {
          permissions: ['BROWSE_PROJECTS', 'EDIT_ISSUES'],
          projects: [GROW, TRUST],
          issues: [grow, trust, 99_999_999],
        },
      ],
    });
    expect(status).toBe(200);
    expect(body).toEqual({
      globalPermissions: [],
      projectPermissions: [
        { permission: 'BROWSE_PROJECTS', projects: [GROW], issues: [grow] },
        { permission: 'EDIT_ISSUES', projects: [], issues: [] },
      ],
    });
  });

  it('gives the app its own global permission to administrators, as its manifest asks', async () => {
    const body = { globalPermissions: [OKRS] };
    expect(
      at((await site.ask(MARTA, 'POST', '/rest/api/3/permissions/check', body)).body, 'globalPermissions'),
    ).toEqual([OKRS]);
    expect(
      at((await site.ask(PRIYA, 'POST', '/rest/api/3/permissions/check', body)).body, 'globalPermissions'),
    ).toEqual([]);
    const mine = await site.ask(
      MARTA,
      'GET',
      `/rest/api/3/mypermissions?permissions=${encodeURIComponent(OKRS)}`,
    );
    expect(at(mine.body, 'permissions', OKRS, 'havePermission')).toBe(true);
    expect(at(mine.body, 'permissions', OKRS, 'name')).toBe('Administer OKRs');
  });

  it('lets the app and administrators ask about others, and nobody else', async () => {
    const body = {
      accountId: JONAS.slice(5),
      projectPermissions: [{ permissions: ['BROWSE_PROJECTS'], projects: [PAY, TRUST] }],
    };
    for (const as of [APP, MARTA]) {
      const reply = await site.ask(as, 'POST', '/rest/api/3/permissions/check', body);
      expect(at(reply.body, 'projectPermissions', 0, 'projects')).toEqual([PAY]);
    }
    expect((await site.ask(TOM, 'POST', '/rest/api/3/permissions/check', body)).status).toBe(403);
  });

  it('refuses readers to edit, create, move and delete', async () => {
    expect(
      (await site.ask(TOM, 'PUT', '/rest/api/3/issue/PAY-2', { fields: { summary: 'Mine now' } })).status,
    ).toBe(403);
    expect(
      (await site.ask(TOM, 'PUT', '/rest/api/3/issue/PAY-2/properties/waymark', { linked: true })).status,
    ).toBe(403);
    expect(
      (await site.ask(TOM, 'POST', '/rest/api/3/issue/PAY-2/transitions', { transition: { id: '41' } }))
        .status,
    ).toBe(400);
    expect((await site.ask(TOM, 'DELETE', '/rest/api/3/issue/GROW-2')).status).toBe(403);
    const wanted = { fields: { project: { key: 'PAY' }, issuetype: { name: 'Task' }, summary: 'Pay me' } };
    const created = await site.ask(TOM, 'POST', '/rest/api/3/issue', wanted);
    expect(created).toEqual({
      status: 400,
      body: {
        errorMessages: [],
        errors: { project: 'You do not have permission to create issues in this project.' },
      },
    });
    expect((await site.ask(TOM, 'DELETE', '/rest/api/3/project/GROW')).status).toBe(404);
  });

  it('offers as assignees those who work in the project', async () => {
    const { body } = await site.ask(TOM, 'GET', '/rest/api/3/user/assignable/search?project=PAY');
    expect(
      list(body)
        .map((one) => at(one, 'displayName'))
        .sort(),
    ).toEqual(['Ben Carter', 'Diego Fuentes', 'Marta Silva', 'Sofia Rossi']);
  });
});
