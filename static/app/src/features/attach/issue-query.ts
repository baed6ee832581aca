/** What a person typed to find issues. */
export type IssueQuery = { kind: 'keys'; keys: string[] } | { kind: 'jql'; jql: string } | { kind: 'none' };

const key = /[A-Z][A-Z0-9_]+-[1-9]\d*/g;
const onlyKeysAndLinks = /^(?:(?:https?:\/\/\S*[/=])?[a-z][a-z0-9_]+-[1-9]\d*(?:[/?#]\S*)?[\s,;]*)+$/i;
const jqlSigns =
  /(?:[=~<>]|\b(?:in|is|was|changed)\b\s*(?:not\b|empty\b|\()|\bin\s+[a-z]\w*\s*\(|\border\s+by\b)/i;
/** Characters that mean something inside JQL's text search. */
const special = /[+\-&|!(){}[\]^~*?\\:"/]/g;

/** At most this many issues are read for one search. */
export const mostFound = 100;

/** Takes keys or links as such, JQL as it is, and anything else as words of a title. */
export function issueQueryOf(text: string): IssueQuery {
  const typed = text.trim();
  if (typed === '') return { kind: 'none' };
  if (onlyKeysAndLinks.test(typed)) {
    const keys = typed.split(/[\s,;]+/).flatMap((part) => part.toUpperCase().match(key)?.slice(-1) ?? []);
    return { kind: 'keys', keys: [...new Set(keys)].slice(0, mostFound) };
  }
  if (jqlSigns.test(typed)) return { kind: 'jql', jql: typed };
  const words = typed
    .replace(special, ' ')
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return { kind: 'none' };
  return {
    kind: 'jql',
    jql: `summary ~ "${words.map((word) => `${word}*`).join(' ')}" ORDER BY updated DESC`,
  };
}
