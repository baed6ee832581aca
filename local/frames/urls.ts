import { bareAppId } from './site-settings';

/**
 * Where everything is on the site, as on Atlassian's own: `{name}` stands for what the caller fills in.
 * One table, for the shell's routes, the app's links and `GET /_local/site`.
 */
export const patterns = {
  home: '/jira/your-work',
  issue: '/browse/{issueKey}',
  issueSearch: '/issues',
  mail: '/mail',
  board: '/jira/software/c/projects/{projectKey}/boards/{boardId}',
  backlog: '/jira/software/c/projects/{projectKey}/boards/{boardId}/backlog',
  projectPage: '/jira/software/c/projects/{projectKey}/apps/{appId}/{environmentId}',
  globalPage: '/jira/apps/{appId}/{environmentId}',
  adminPage: '/jira/settings/apps/{appId}/{environmentId}',
  wiki: '/wiki/home',
  space: '/wiki/spaces/{spaceKey}',
  page: '/wiki/spaces/{spaceKey}/pages/{pageId}',
  pageEdit: '/wiki/spaces/{spaceKey}/pages/edit-v2/{pageId}',
  pageExport: '/wiki/spaces/{spaceKey}/pages/{pageId}/export',
} as const;

export type Surface = keyof typeof patterns;

/** The address of a surface, with every `{name}` filled in. Throws when one is missing. */
export function surfacePath(surface: Surface, values: Readonly<Record<string, string>> = {}): string {
  return patterns[surface].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`The address of ${surface} needs ${name}.`);
    return encodeURIComponent(value);
  });
}

/**
 * The addresses of every surface for `GET /_local/site`; what the caller gives is filled in, the rest stays as
 * `{name}`. `appId` may be the app's whole ARI: addresses carry its last part.
 */
export function surfaceUrls(
  siteUrl: string,
  values: Readonly<Record<string, string>>,
): Readonly<Record<Surface, string>> {
  const fill = (pattern: string): string =>
    siteUrl +
    pattern.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name];
      if (value === undefined) return whole;
      return encodeURIComponent(name === 'appId' ? bareAppId(value) : value);
    });
  return {
    home: fill(patterns.home),
    issue: fill(patterns.issue),
    issueSearch: fill(patterns.issueSearch),
    mail: fill(patterns.mail),
    board: fill(patterns.board),
    backlog: fill(patterns.backlog),
    projectPage: fill(patterns.projectPage),
    globalPage: fill(patterns.globalPage),
    adminPage: fill(patterns.adminPage),
    wiki: fill(patterns.wiki),
    space: fill(patterns.space),
    page: fill(patterns.page),
    pageEdit: fill(patterns.pageEdit),
    pageExport: fill(patterns.pageExport),
  };
}
