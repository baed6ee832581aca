import path from 'node:path';
import { layerBorders } from '../../scripts/gates/borders';

/** A file that breaks one border, and the words with which ESLint must refuse it. */
export interface Plant {
  file: string;
  code: string;
  reason: RegExp;
}

/** A module in each folder for others to import; each is clean by itself. */
export const folders = [
  'src/domain',
  'src/contract',
  'src/policies',
  'src/storage',
  'src/atlassian',
  'src/usecases',
  'src/entry',
  'static/app/src/rpc',
  'static/app/src/boot',
  'static/app/src/features/check-in',
  'local',
  'test',
  'bench',
  'scripts',
];

/** A file of our own in each folder a border names, for the planted import to reach. */
const targets: Record<string, string> = {
  static: 'static/app/src/rpc/sound.ts',
  'src/index.ts': 'src/index.ts',
};

/** One forbidden import for every pair of folders in the table of borders. */
const betweenFolders: Plant[] = layerBorders.flatMap(({ target, from, message }) =>
  from.map((folder) => {
    const home = { 'static/app': 'static/app/src/features', src: 'src/domain' }[target] ?? target;
    const imported = path.relative(home, targets[folder] ?? `${folder}/sound.ts`).replace(/\.ts$/, '');
    return {
      file: `${home}/imports-${folder.replaceAll(/[/.]/g, '-')}.ts`,
      code: `import { sound } from '${imported}';\nexport const planted = sound;\n`,
      reason: new RegExp(message.slice(0, 40)),
    };
  }),
);

const aroundPackages: Plant[] = [
  {
    file: 'src/usecases/a.ts',
    code: `import api from '@forge/api';\nexport const a = api;\n`,
    reason: /Only src\/atlassian speaks/,
  },
  {
    file: 'src/entry/queue.ts',
    code: `import { Queue } from '@forge/events';\nexport const queue = new Queue({ key: 'q' });\n`,
    reason: /Only src\/atlassian speaks/,
  },
  {
    file: 'static/app/src/rpc/queue.ts',
    code: `import { Queue } from '@forge/events';\nexport const queue = new Queue({ key: 'q' });\n`,
    reason: /works in the backend only/,
  },
  {
    file: 'src/entry/b.ts',
    code: `import { sql } from '@forge/sql';\nexport const b = sql;\n`,
    reason: /SQL lives in src\/storage/,
  },
  {
    file: 'src/atlassian/c.ts',
    code: `import { sql } from 'drizzle-orm';\nexport const c = sql;\n`,
    reason: /SQL lives in src\/storage/,
  },
  {
    file: 'src/usecases/d.ts',
    code: `import Resolver from '@forge/resolver';\nexport const d = Resolver;\n`,
    reason: /Only src\/entry knows/,
  },
  {
    file: 'src/storage/e.ts',
    code: `import { view } from '@forge/bridge';\nexport const e = view;\n`,
    reason: /Only src\/rpc and src\/boot/,
  },
  {
    file: 'src/domain/f.ts',
    code: `import { z } from 'zod';\nexport const f = z;\n`,
    reason: /imports nothing but itself/,
  },
  {
    file: 'src/contract/g.ts',
    code: `import { sql } from 'drizzle-orm';\nexport const g = sql;\n`,
    reason: /the domain and zod/,
  },
  {
    file: 'src/contract/whole-zod.ts',
    code: `import { z } from 'zod';\nexport const text = z.string();\n`,
    reason: /the domain and zod\/mini/,
  },
  {
    file: 'src/usecases/whole-zod.ts',
    code: `import { z } from 'zod';\nexport const text = z.string();\n`,
    reason: /validates with zod\/mini/,
  },
  {
    file: 'src/atlassian/whole-zod.ts',
    code: `import type { z } from 'zod/v4';\nexport type Text = z.ZodString;\n`,
    reason: /validates with zod\/mini/,
  },
  {
    file: 'static/app/src/features/h.ts',
    code: `import { view } from '@forge/bridge';\nexport const h = view;\n`,
    reason: /Only src\/rpc and src\/boot/,
  },
  {
    file: 'static/app/src/rpc/i.ts',
    code: `import { sql } from '@forge/sql';\nexport const i = sql;\n`,
    reason: /works in the backend only/,
  },
  {
    file: 'static/app/src/features/j.ts',
    code: `import { z } from 'zod';\nexport const j = z;\n`,
    reason: /zod is 25 KB/,
  },
  {
    file: 'static/app/src/features/k.ts',
    code: `import { sound } from '../../../../src/contract/sound';\nexport const k = sound;\n`,
    reason: /contract’s types, not its schemas/,
  },
];

const clocks: Plant[] = [
  {
    file: 'src/domain/l.ts',
    code: `export const l = (): number => Date.now();\n`,
    reason: /Time is an argument/,
  },
  {
    file: 'src/domain/m.ts',
    code: `export const m = (): Date => new Date();\n`,
    reason: /Time is an argument/,
  },
  {
    file: 'src/usecases/n.ts',
    code: `export const n = (): Date => new Date();\n`,
    reason: /Time is an argument/,
  },
  {
    file: 'test/unit/today.ts',
    code: `export const today = (): Date => new Date();\n`,
    reason: /No test knows today/,
  },
  {
    file: 'test/browser/today.ts',
    code: `export const today = (): number => Date.now();\n`,
    reason: /No test knows today/,
  },
];

const types: Plant[] = [
  {
    file: 'src/usecases/o.ts',
    code: `export const o = (x: any): string => String(x);\n`,
    reason: /Unexpected any/,
  },
  {
    file: 'src/usecases/p.ts',
    code: `export const p = (x?: string): string => x!;\n`,
    reason: /non-null assertion/,
  },
  {
    file: 'src/usecases/q.ts',
    code: `export const q = 1 as unknown as string;\n`,
    reason: /cast through unknown/,
  },
  {
    file: 'src/usecases/r.ts',
    code: `export const r = (): void => {\n  Promise.resolve(1);\n};\n`,
    reason: /must be awaited/,
  },
  { file: 'src/usecases/s.ts', code: `const unused = 1;\nexport {};\n`, reason: /'unused' is assigned/ },
  { file: 'src/usecases/t.ts', code: 'export {};\n'.repeat(401), reason: /too many lines/ },
  {
    file: 'src/usecases/u.ts',
    code: `// eslint-disable-next-line\nexport const u = (x: any): string => String(x);\n`,
    reason: /Unexpected any/,
  },
];

/** Every violation that is planted. */
export const plants: Plant[] = [...betweenFolders, ...aroundPackages, ...clocks, ...types];

/** Imports that look alike and are right. */
export const allowed: { file: string; code: string }[] = [
  { file: 'src/atlassian/ok.ts', code: `import api from '@forge/api';\nexport const client = api;\n` },
  { file: 'src/storage/ok.ts', code: `import { sql } from '@forge/sql';\nexport const database = sql;\n` },
  {
    file: 'src/entry/ok.ts',
    code: `import Resolver from '@forge/resolver';\nexport const resolver = new Resolver();\n`,
  },
  { file: 'src/contract/ok.ts', code: `import { z } from 'zod/mini';\nexport const text = z.string();\n` },
  { file: 'src/entry/ok-parse.ts', code: `import { z } from 'zod/mini';\nexport const text = z.string();\n` },
  {
    file: 'static/app/src/boot/ok.ts',
    code: `import { view } from '@forge/bridge';\nexport const ok = view;\n`,
  },
  {
    file: 'static/app/src/features/ok.ts',
    code: `import type { sound } from '../../../../src/contract/sound';\nexport type Sound = typeof sound;\n`,
  },
  { file: 'src/domain/ok.ts', code: `export const dayOf = (iso: string): Date => new Date(iso);\n` },
];
