import { APP, at, list, MARTA, NOW, PRIYA, startProducts, type TestProducts } from './products';

const MINUTE = 60_000;

let site: TestProducts;

beforeEach(async () => {
  site = await startProducts();
});
afterEach(() => site.stop());

const status = async (key: string) => {
  const { body } = await site.ask(
    MARTA,
    'GET',
    `/rest/api/3/issue/${key}?fields=status,resolution,resolutiondate,updated`,
  );
  return [
    at(body, 'fields', 'status', 'name'),
    at(body, 'fields', 'resolution', 'name'),
    at(body, 'fields', 'resolutiondate'),
  ];
};

async function lastChange(key: string): Promise<unknown> {
  const { body } = await site.ask(MARTA, 'POST', '/rest/api/3/changelog/bulkfetch', {
    issueIdsOrKeys: [key],
  });
  return list(at(body, 'issueChangeLogs', 0, 'changeHistories')).at(-1);
}

async function someToDo(): Promise<string> {
  const [key = ''] = await site.keys(
    MARTA,
    'project = GROW and type = Story and status = "To Do" and parent is not empty',
  );
  return key;
}

describe('what changing an issue leaves behind', () => {
  it('moves to Done with a resolution and back without one, each in the changelog', async () => {
    const key = await someToDo();
    await site.ask(PRIYA, 'POST', `/rest/api/3/issue/${key}/transitions`, { transition: { id: '41' } });
    expect(await status(key)).toEqual(['Done', 'Done', '2026-03-16T09:00:00.000+0000']);
    const change = await lastChange(key);
    expect(at(change, 'created')).toBe(NOW.getTime());
    expect(at(change, 'author', 'displayName')).toBe('Priya Raman');
    expect(at(change, 'items')).toEqual([
      {
        field: 'status',
        fieldId: 'status',
        fieldtype: 'jira',
        from: '10010',
        fromString: 'To Do',
        to: '10013',
        toString: 'Done',
      },
      {
        field: 'resolution',
        fieldId: 'resolution',
        fieldtype: 'jira',
        from: null,
        fromString: null,
        to: '10020',
        toString: 'Done',
      },
    ]);

    site.wait(MINUTE);
    await site.ask(PRIYA, 'POST', `/rest/api/3/issue/${key}/transitions`, { transition: { id: '21' } });
    expect(await status(key)).toEqual(['In Progress', undefined, null]);
    expect(at(await lastChange(key), 'created')).toBe(NOW.getTime() + MINUTE);
  });

  it("takes the resolution Won't Do with the transition", async () => {
    const key = await someToDo();
    const body = { transition: { id: '41' }, fields: { resolution: { name: "Won't Do" } } };
    expect((await site.ask(PRIYA, 'POST', `/rest/api/3/issue/${key}/transitions`, body)).status).toBe(204);
    expect((await status(key)).slice(0, 2)).toEqual(['Done', "Won't Do"]);
  });

  it('tells the app of a transition as the Forge docs describe it', async () => {
    const key = await someToDo();
    await site.ask(PRIYA, 'POST', `/rest/api/3/issue/${key}/transitions`, { transition: { id: '41' } });
    expect(site.events).toHaveLength(1);
    const [event] = site.events;
    expect(event?.name).toBe('avi:jira:updated:issue');
    expect(event?.body).toMatchObject({
      eventType: 'avi:jira:updated:issue',
      timestamp: String(NOW.getTime()),
      selfGenerated: false,
      atlassianId: PRIYA.slice(5),
      jiraEventTypeName: 'issue_resolved',
      issue: { key, fields: { status: { statusCategory: { key: 'done' } } } },
    });
    expect(list(at(event?.body, 'changelog', 'items')).map((item) => at(item, 'fieldId'))).toEqual([
      'status',
      'resolution',
    ]);
    expect(list(at(event?.body, 'associatedStatuses')).map((one) => at(one, 'name'))).toEqual([
      'To Do',
      'Done',
    ]);
  });

  it('says a change of parent as IssueParentAssociation, without a fieldId', async () => {
    const key = await someToDo();
    const [epic = ''] = await site.keys(MARTA, 'labels = sample-landing-pages');
    await site.ask(PRIYA, 'PUT', `/rest/api/3/issue/${key}`, { fields: { parent: { key: epic } } });
    const [item] = list(at(site.events[0]?.body, 'changelog', 'items'));
    expect(item).toMatchObject({ field: 'IssueParentAssociation', toString: epic });
    expect(at(item, 'fieldId')).toBeUndefined();
  });

  it('edits several fields in one entry, and makes none when nothing changed', async () => {
    const edit = {
      fields: { summary: 'New words', customfield_10036: 13 },
      update: { labels: [{ add: 'asked-for' }] },
    };
    expect((await site.ask(PRIYA, 'PUT', '/rest/api/3/issue/GROW-2', edit)).status).toBe(204);
    const items = list(at(await lastChange('GROW-2'), 'items'));
    expect(items.map((item) => [at(item, 'field'), at(item, 'toString')])).toEqual([
      ['summary', 'New words'],
      ['labels', 'asked-for'],
      ['Story Points', '13'],
    ]);
    await site.ask(PRIYA, 'PUT', '/rest/api/3/issue/GROW-2', edit);
    expect(site.events).toHaveLength(1);
  });

  it('refuses an edit field by field, changing nothing', async () => {
    const { status: code, body } = await site.ask(PRIYA, 'PUT', '/rest/api/3/issue/GROW-2', {
      fields: { summary: '', colour: 'red', labels: ['two words'] },
    });
    expect(code).toBe(400);
    expect(at(body, 'errors')).toEqual({
      summary: 'You must specify a summary of the issue.',
      colour: "Field 'colour' cannot be set. It is not on the appropriate screen, or unknown.",
      labels: "The label 'two words' contains spaces which is invalid.",
    });
    expect(site.events).toEqual([]);
  });

  it('creates an issue with its properties and says so', async () => {
    const created = await site.ask(PRIYA, 'POST', '/rest/api/3/issue', {
      fields: { project: { key: 'GROW' }, issuetype: { name: 'Epic' }, summary: 'Try it first' },
      properties: [{ key: 'waymark', value: { linked: true } }],
    });
    expect(created.status).toBe(201);
    const id = String(at(created.body, 'id'));
    expect(site.products.issueProperty(id, 'waymark')).toEqual({ linked: true });
    expect(site.events.map((event) => event.name)).toEqual(['avi:jira:created:issue']);
  });

  it('marks what the app does in its own name, and sends no issue event for a property', async () => {
    await site.ask(APP, 'PUT', '/rest/api/3/issue/GROW-2/properties/waymark', { linked: true });
    await site.ask(APP, 'PUT', '/rest/api/3/issue/GROW-2', { fields: { summary: 'By the app' } });
    expect(site.events.map((event) => [event.name, event.body['selfGenerated']])).toEqual([
      ['avi:jira:set:issue-property', true],
      ['avi:jira:updated:issue', true],
    ]);
  });

  it('answers 201, then 200 to a property set twice, 404 to one that is gone', async () => {
    const url = '/rest/api/3/issue/GROW-2/properties/waymark';
    expect((await site.ask(PRIYA, 'PUT', url, { linked: true })).status).toBe(201);
    expect((await site.ask(PRIYA, 'PUT', url, { linked: false })).status).toBe(200);
    expect((await site.ask(PRIYA, 'GET', url)).body).toEqual({ key: 'waymark', value: { linked: false } });
    expect((await site.ask(PRIYA, 'DELETE', url)).status).toBe(204);
    expect((await site.ask(PRIYA, 'GET', url)).status).toBe(404);
    expect((await site.ask(PRIYA, 'PUT', url, 'x'.repeat(32_768))).status).toBe(400);
  });

  it('deletes an epic with one event and leaves its children without a parent', async () => {
    const [epic = ''] = await site.keys(MARTA, 'labels = sample-guided-first-lesson');
    const [child = ''] = await site.keys(MARTA, `parent = ${epic}`);
    await site.ask(APP, 'PUT', `/rest/api/3/issue/${epic}/properties/waymark`, { linked: true });
    expect((await site.ask(PRIYA, 'DELETE', `/rest/api/3/issue/${epic}`)).status).toBe(204);
    expect(site.events.map((event) => event.name)).toEqual([
      'avi:jira:set:issue-property',
      'avi:jira:deleted:issue',
    ]);
    expect(site.propertyThen[1]).toEqual({ linked: true });
    const { body } = await site.ask(PRIYA, 'GET', `/rest/api/3/issue/${child}?fields=parent`);
    expect(at(body, 'fields', 'parent')).toBeUndefined();
  });

  it('deletes a project with one event, into the trash unless told otherwise', async () => {
    await site.ask(MARTA, 'DELETE', '/rest/api/3/project/PAY');
    await site.ask(MARTA, 'DELETE', '/rest/api/3/project/LEARN?enableUndo=false');
    expect(site.events.map((event) => event.name)).toEqual([
      'avi:jira:softdeleted:project',
      'avi:jira:deleted:project',
    ]);
    expect((await site.ask(MARTA, 'GET', '/rest/api/3/issue/LEARN-1')).status).toBe(404);
  });

  it('moves an issue to another project: the same id, found by both keys', async () => {
    const before = await site.ask(MARTA, 'GET', '/rest/api/3/issue/GROW-2?fields=project');
    const moved = await site.ask(MARTA, 'POST', '/_site/issues/GROW-2/move', { project: 'LEARN' });
    const key = String(at(moved.body, 'key'));
    expect(key).toMatch(/^LEARN-\d+$/);
    for (const ref of ['GROW-2', key.toLowerCase()]) {
      const { body } = await site.ask(MARTA, 'GET', `/rest/api/3/issue/${ref}?fields=project`);
      expect([at(body, 'id'), at(body, 'key'), at(body, 'fields', 'project', 'key')]).toEqual([
        at(before.body, 'id'),
        key,
        'LEARN',
      ]);
    }
    expect(at(site.events[0]?.body, 'jiraEventTypeName')).toBe('issue_moved');
  });

  it('gives changelogs oldest first over all issues, by field and by page', async () => {
    const epics = [...(await site.keys(MARTA, 'labels = waymark-sample'))];
    const created: number[] = [];
    let token: string | undefined;
    do {
      const { body } = await site.ask(MARTA, 'POST', '/rest/api/3/changelog/bulkfetch', {
        issueIdsOrKeys: epics,
        fieldIds: ['status'],
        maxResults: 10,
        ...(token === undefined ? {} : { nextPageToken: token }),
      });
      const page = list(at(body, 'issueChangeLogs')).flatMap((log) => list(at(log, 'changeHistories')));
      expect(page.length).toBeLessThanOrEqual(10);
      created.push(...page.map((history) => Number(at(history, 'created'))).sort((a, b) => a - b));
      const next = at(body, 'nextPageToken');
      token = typeof next === 'string' ? next : undefined;
    } while (token !== undefined);
    // 22 epics were begun, 9 of them finished: one move each.
    expect(created).toHaveLength(31);
    expect(created).toEqual([...created].sort((a, b) => a - b));
  });
});
