/** Reads the sample company's data files. Their notation is explained at the top of grow.yaml. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const workLine = z.union([z.string(), z.record(z.string(), z.array(z.string()))]);

const epic = z.object({
  slug: z.string(),
  summary: z.string(),
  why: z.string(),
  weeks: z.tuple([z.number(), z.number()]),
  state: z.enum(['todo', 'doing', 'done']),
  /** Weeks for which nothing has moved. */
  stalled: z.number().default(0),
  story: z.string(),
  work: z.array(workLine),
});

const project = z.object({
  key: z.string(),
  id: z.string(),
  name: z.string(),
  description: z.string(),
  color: z.string(),
  lead: z.string(),
  administrators: z.array(z.string()),
  members: z.array(z.string()),
  viewers: z.array(z.string()),
  team: z.array(z.string()),
  epics: z.array(epic),
  ordinary: z.array(workLine),
  investigations: z.array(workLine).default([]),
});

const person = z.object({
  name: z.string(),
  id: z.string(),
  color: z.string(),
  zone: z.string(),
  locale: z.string(),
  groups: z.array(z.string()),
  role: z.string().default(''),
  description: z.string().default(''),
});

const space = z.object({
  key: z.string(),
  name: z.string(),
  description: z.string(),
  viewers: z.array(z.string()),
  pages: z.array(z.object({ title: z.string(), author: z.string(), text: z.string() })),
});

export type ProjectFile = z.infer<typeof project>;
export type PersonFile = z.infer<typeof person>;
export type SpaceFile = z.infer<typeof space>;

function file(name: string): unknown {
  return parse(readFileSync(path.join(__dirname, `${name}.yaml`), 'utf8'));
}

/** Reads once a process: YAML takes longer to read than the rest of the site to start. */
function once<T>(read: () => T): () => T {
  let value: T | undefined;
  return () => (value ??= read());
}

export const readProjects = once((): readonly ProjectFile[] =>
  ['grow', 'learn', 'pay', 'trust'].map((name) => project.parse(file(name))),
);
export const readPeople = once((): readonly PersonFile[] => z.array(person).parse(file('people')));
export const readSpaces = once((): readonly SpaceFile[] => z.array(space).parse(file('spaces')));

export type WorkState = 'D' | 'R' | 'P' | 'T' | 'W' | 'X';

export interface WorkItem {
  readonly state: WorkState;
  readonly points: number;
  readonly kind: 'Story' | 'Bug' | 'Task';
  readonly summary: string;
  readonly subtasks: readonly string[];
}

/** Splits a line such as `D2 bug Tour hides the play button`. */
export function readWork(line: z.infer<typeof workLine>): WorkItem {
  const [text = '', subtasks = []] = typeof line === 'string' ? [line] : (Object.entries(line)[0] ?? []);
  const match = /^(?<state>[DRPTWX])(?<points>\d+) (?:(?<kind>bug|task) )?(?<summary>.+)$/.exec(text);
  const { state, points, kind, summary } = match?.groups ?? {};
  const known = z.enum(['D', 'R', 'P', 'T', 'W', 'X']).safeParse(state);
  if (!known.success || summary === undefined)
    throw new Error(`This line of sample work cannot be read: ${text}`);
  const kinds: { readonly [word: string]: WorkItem['kind'] } = { bug: 'Bug', task: 'Task' };
  return { state: known.data, points: Number(points), kind: kinds[kind ?? ''] ?? 'Story', summary, subtasks };
}
