import {
  isAccountId,
  isJiraId,
  type AccountId,
  type IssueId,
  type ProjectId,
} from '../../../../src/domain/ids';

/** Where and for whom Waymark was opened, as the product said once at the start. For showing things only:
 * the backend never trusts any of it (design §5 "Identity"). */
export type Place = {
  moduleKey: string;
  /** null for an anonymous reader. */
  accountId: AccountId | null;
  /** BCP 47, such as `de-DE`; always one that Intl accepts. */
  locale: string;
  /** IANA name. */
  timeZone: string;
  siteUrl: string;
  localId: string;
  issue: { id: IssueId; key: string } | null;
  project: { id: ProjectId; key: string } | null;
  /** Ids of Jira Software are numbers. `type`: scrum, kanban or simple. */
  board: { id: string; type: string } | null;
  sprint: { id: string } | null;
  macro: {
    configuring: boolean;
    /** Config values of a macro are strings (Forge docs "Macro"). */
    config: Record<string, string>;
    editing: boolean;
  } | null;
  /** The issue navigator's search and the issues chosen in it (Forge docs, "Jira issue navigator action"). */
  search: { jql: string; issueKeys: string[] } | null;
  /** What one of our own modals was opened with. */
  modal: Readonly<Record<string, unknown>> | null;
};

type Loose = Readonly<Record<string, unknown>>;

/** The value when it is an object, else an empty one: product contexts leave parts out freely. */
export function loose(value: unknown): Loose {
  return isObject(value) ? value : {};
}

function isObject(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The place a raw context describes. Parts that are missing or malformed are null or ''. */
export function placeOf(context: Loose): Place {
  const extension = loose(context.extension);
  const issue = loose(extension.issue);
  const project = loose(extension.project);
  const board = loose(extension.board);
  const boardId = idText(board.id);
  const sprintId = idText(loose(extension.sprint).id);
  return {
    moduleKey: text(context.moduleKey),
    accountId: isAccountId(context.accountId) ? context.accountId : null,
    locale: usableLocale(text(context.locale)),
    timeZone: text(context.timezone) || 'UTC',
    siteUrl: text(context.siteUrl),
    localId: text(context.localId),
    issue: isJiraId<'issue'>(issue.id) ? { id: issue.id, key: text(issue.key) } : null,
    project: isJiraId<'project'>(project.id) ? { id: project.id, key: text(project.key) } : null,
    board: boardId === null ? null : { id: boardId, type: text(board.type) },
    sprint: sprintId === null ? null : { id: sprintId },
    macro: extension.type === 'macro' ? macroOf(extension) : null,
    search: extension.type === 'jira:issueNavigatorAction' ? searchOf(extension) : null,
    modal: isObject(extension.modal) ? extension.modal : null,
  };
}

function macroOf(extension: Loose): Place['macro'] {
  const strings = Object.entries(loose(extension.config)).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return {
    configuring: loose(extension.macro).isConfiguring === true,
    config: Object.fromEntries(strings),
    editing: extension.isEditing === true,
  };
}

/** Ids of boards and sprints come as numbers or as texts of digits; null for anything else. */
function idText(value: unknown): string | null {
  const written = typeof value === 'number' ? String(value) : text(value);
  return /^[0-9]{1,19}$/.test(written) ? written : null;
}

function searchOf({ jql, issueKeys }: Loose): Place['search'] {
  const keys: unknown[] = Array.isArray(issueKeys) ? issueKeys : [];
  return { jql: text(jql), issueKeys: keys.filter((key) => typeof key === 'string') };
}

/** Jira writes some locales with an underscore; Intl refuses those. */
function usableLocale(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale.replaceAll('_', '-'))[0] ?? 'en-US';
  } catch {
    return 'en-US';
  }
}
