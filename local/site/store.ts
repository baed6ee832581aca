/** Keeps the site's data in memory and in one file. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { siteState, type Issue, type Project, type SiteState, type User } from './model';

export interface Store {
  readonly state: SiteState;
  /** A number no other thing on the site has. */
  nextId(): number;
  /** By id, key or a key it had before, in any case of letters. */
  issue(idOrKey: string): Issue | undefined;
  project(idOrKey: string): Project | undefined;
  user(accountId: string): User | undefined;
  childrenOf(issueId: string): readonly Issue[];
  /** To be called after every change: lookups are renewed and the file is written a moment later. */
  changed(): void;
  /** Writes what has not been written yet. */
  flush(): void;
}

const WRITE_DELAY_MS = 250;

/** Opens `<dataDir>/site.json`, or starts with `seed()` when there is none or it must be thrown away. */
export function openStore(dataDir: string, fresh: boolean, seed: () => SiteState): Store {
  mkdirSync(dataDir, { recursive: true });
  const file = path.join(dataDir, 'site.json');
  if (fresh) rmSync(file, { force: true });
  const known = existsSync(file);
  const state = known ? siteState.parse(JSON.parse(readFileSync(file, 'utf8'))) : seed();

  let byRef: Map<string, Issue> | null = null;
  let byParent: Map<string, Issue[]> | null = null;
  let timer: NodeJS.Timeout | null = null;

  function refs(): Map<string, Issue> {
    if (byRef) return byRef;
    byRef = new Map();
    for (const issue of state.issues) for (const key of issue.formerKeys) byRef.set(key, issue);
    for (const issue of state.issues) byRef.set(issue.id, issue).set(issue.key, issue);
    return byRef;
  }

  function flush(): void {
    if (timer) clearTimeout(timer);
    timer = null;
    const next = `${file}.next`;
    writeFileSync(next, JSON.stringify(state));
    renameSync(next, file);
  }

  function changed(): void {
    byRef = null;
    byParent = null;
    timer ??= setTimeout(flush, WRITE_DELAY_MS);
  }

  if (!known) flush();

  return {
    state,
    nextId: () => ++state.lastId,
    issue: (idOrKey) => refs().get(idOrKey) ?? refs().get(idOrKey.toUpperCase()),
    project: (idOrKey) => state.projects.find((p) => p.id === idOrKey || p.key === idOrKey.toUpperCase()),
    user: (accountId) => state.users.find((u) => u.accountId === accountId),
    childrenOf(issueId) {
      if (!byParent) {
        byParent = new Map();
        for (const issue of state.issues) {
          if (issue.parentId === null) continue;
          const siblings = byParent.get(issue.parentId) ?? [];
          siblings.push(issue);
          byParent.set(issue.parentId, siblings);
        }
      }
      return byParent.get(issueId) ?? [];
    },
    changed,
    flush() {
      if (timer) flush();
    },
  };
}
