import { contentSecurityPolicy } from '../../../local/frames/csp';
import { toLocation } from '../../../local/frames/frame-history';
import { surfacePath, surfaceUrls } from '../../../local/frames/urls';
import { isConfigValue } from '../../../local/shell/confluence/config-value';
import { blocksOf, documentOf } from '../../../local/shell/confluence/editor-blocks';
import { adfDocument } from '../../../local/frames/adf';

describe('the policy of a frame', () => {
  const page = '<!doctype html><html><head></head><body><script>start()</script></body></html>';
  const policy = contentSecurityPolicy(
    page,
    { scopes: [], content: { styles: ['unsafe-inline'] } },
    'http://127.0.0.1:3000',
  );
  const directive = (name: string): string =>
    policy.split('; ').find((entry) => entry.startsWith(`${name} `)) ?? '';

  it('lets only this site frame the page, and reports to nobody', () => {
    expect(directive('frame-ancestors')).toBe("frame-ancestors 'self' http://127.0.0.1:3000");
    expect(policy).not.toContain('report-uri');
  });

  it('has the inline script of the page by its hash, never all inline scripts', () => {
    expect(directive('script-src')).toMatch(/'sha256-[A-Za-z0-9+/=]+'/);
    expect(directive('script-src')).not.toContain('unsafe-inline');
  });

  it("allows what the manifest's permissions say, and the site's own host", () => {
    expect(directive('style-src')).toContain("'unsafe-inline'");
    expect(directive('img-src')).toContain('127.0.0.1:3000');
  });
});

describe('addresses', () => {
  it('fills in what a surface needs, and throws when something is missing', () => {
    expect(surfacePath('issue', { issueKey: 'GROW-12' })).toBe('/browse/GROW-12');
    expect(() => surfacePath('board', { projectKey: 'GROW' })).toThrow('The address of board needs boardId.');
  });

  it("lists every surface, the app's id without its ARI", () => {
    const urls = surfaceUrls('http://127.0.0.1:3000', {
      appId: 'ari:cloud:ecosystem::app/3f0c',
      environmentId: 'e1',
    });
    expect(urls.globalPage).toBe('http://127.0.0.1:3000/jira/apps/3f0c/e1');
    expect(urls.issue).toBe('http://127.0.0.1:3000/browse/{issueKey}');
  });
});

describe("a place in the app's history", () => {
  const here = { pathname: '/teams/7', search: '?tab=work', hash: '' };

  it.each([
    [
      '/key-results/57?from=team#chart',
      { pathname: '/key-results/57', search: '?from=team', hash: '#chart' },
    ],
    ['8', { pathname: '/teams/8', search: '', hash: '' }],
    ['?tab=outcome', { pathname: '/teams/7', search: '?tab=outcome', hash: '' }],
  ])('reads the path %s', (target, expected) => {
    expect(toLocation(target, here)).toEqual({ ...expected, state: undefined });
  });

  it('keeps the path when only another part is given', () => {
    expect(toLocation({ search: '?tab=history' }, here)).toEqual({
      pathname: '/teams/7',
      search: '?tab=history',
      hash: '',
      state: undefined,
    });
  });
});

describe("a macro's config", () => {
  it.each([
    [{ keyResult: 'KR-3', layout: 'compact', parts: ['work', 'outcome'], on: { page: true } }, true],
    [{ keyResult: null }, false],
    [{ parts: [['work']] }, false],
    [{ parts: ['work', 1] }, false],
  ])('%j may be stored: %s', (config, expected) => {
    expect(isConfigValue(config)).toBe(expected);
  });
});

describe('the page editor', () => {
  const macro = { type: 'extension', attrs: { extensionKey: 'a/b/static/okr-macro', parameters: {} } };
  const text = (words: string) => [{ type: 'text', text: words }];
  const bold = { type: 'paragraph', content: [{ type: 'text', text: 'Bold', marks: [{ type: 'strong' }] }] };
  const document = adfDocument({
    type: 'doc',
    version: 1,
    content: [
      { type: 'heading', attrs: { level: 3 }, content: text('Agenda') },
      {
        type: 'bulletList',
        content: [
          { type: 'listItem', content: [{ type: 'paragraph', content: text('One') }] },
          { type: 'listItem', content: [{ type: 'paragraph', content: text('Two') }] },
        ],
      },
      bold,
      macro,
    ],
  });

  it('opens lines for typing and keeps macros and formatted text whole', () => {
    expect(blocksOf(document).map((block) => (block.kind === 'node' ? block.node.type : block.text))).toEqual(
      ['Agenda', 'One', 'Two', 'paragraph', 'extension'],
    );
  });

  it('publishes what it opened when nothing was touched', () => {
    expect(documentOf(blocksOf(document))).toEqual(document);
  });
});
