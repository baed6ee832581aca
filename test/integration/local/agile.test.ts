import { at, list, MARTA, PRIYA, startProducts, TOM, type TestProducts } from './products';

let site: TestProducts;

beforeAll(async () => {
  site = await startProducts();
});
afterAll(() => site.stop());

async function sprintNamed(state: string): Promise<string> {
  const { body } = await site.ask(MARTA, 'GET', `/rest/agile/1.0/board/1/sprint?state=${state}`);
  expect(list(at(body, 'values'))).toHaveLength(1);
  return String(at(body, 'values', 0, 'id'));
}

async function keysOf(path: string): Promise<readonly unknown[]> {
  const { body } = await site.ask(MARTA, 'GET', `/rest/agile/1.0/${path}?fields=summary&maxResults=200`);
  return list(at(body, 'issues')).map((issue) => at(issue, 'key'));
}

describe('boards and sprints', () => {
  it('has one board a project, with a closed, an active and a future sprint', async () => {
    const { body } = await site.ask(MARTA, 'GET', '/rest/agile/1.0/board?projectKeyOrId=GROW');
    expect(list(at(body, 'values')).map((board) => at(board, 'location', 'projectKey'))).toEqual(['GROW']);
    const [active, future] = [await sprintNamed('active'), await sprintNamed('future')];
    expect((await keysOf(`sprint/${active}/issue`)).length).toBeGreaterThan(0);
    expect((await keysOf(`sprint/${future}/issue`)).length).toBeGreaterThan(0);
    expect((await keysOf('board/1/backlog')).length).toBeGreaterThan(0);
  });

  it('moves an issue from the backlog into a sprint and back, and says so in its changelog', async () => {
    const active = await sprintNamed('active');
    const [key] = await keysOf('board/1/backlog');
    const moved = await site.ask(PRIYA, 'POST', `/rest/agile/1.0/sprint/${active}/issue`, {
      issues: [String(key)],
    });
    expect(moved.status).toBe(204);
    expect(await keysOf(`sprint/${active}/issue`)).toContain(key);
    expect(await keysOf('board/1/backlog')).not.toContain(key);
    expect(at(site.events[0]?.body, 'changelog', 'items', 0)).toMatchObject({
      field: 'Sprint',
      fieldtype: 'custom',
      to: active,
    });
    await site.ask(PRIYA, 'POST', '/rest/agile/1.0/backlog/issue', { issues: [String(key)] });
    expect(await keysOf('board/1/backlog')).toContain(key);
  });

  it('refuses a closed sprint, an issue that is not there, and people who only read', async () => {
    const closed = await sprintNamed('closed');
    const active = await sprintNamed('active');
    const into = (sprint: string, key: string, as = PRIYA) =>
      site.ask(as, 'POST', `/rest/agile/1.0/sprint/${sprint}/issue`, { issues: [key] });
    expect((await into(closed, 'GROW-2')).status).toBe(400);
    expect((await into(active, 'GROW-999')).status).toBe(404);
    expect((await into(active, 'PAY-3', TOM)).status).toBe(403);
  });
});
