import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { allowed, folders, plants } from './planted-imports';
import { copyOfTheApp, type TempApp } from './temp-app';

const sound = [...folders.map((folder) => `${folder}/sound.ts`), 'src/index.ts'];

let app: TempApp;
let complaints: Map<string, string[]>;

beforeAll(() => {
  app = copyOfTheApp([
    'package.json',
    'eslint.config.ts',
    'scripts/gates/borders.ts',
    ...[
      'tsconfig.base.json',
      'tsconfig.json',
      'static/app/tsconfig.json',
      'local/tsconfig.json',
      'test/tsconfig.json',
    ],
  ]);
  for (const file of sound) app.write(file, 'export const sound = 1;\n');
  for (const { file, code } of [...plants, ...allowed]) app.write(file, code);

  const eslint = path.join(app.dir, 'node_modules/eslint/bin/eslint.js');
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [eslint, '--format', 'json', 'src', 'static', 'local', 'test'],
    {
      cwd: app.dir,
      encoding: 'utf8',
      maxBuffer: 32 * 1024 * 1024,
    },
  );
  if (!stdout.startsWith('[')) throw new Error(`ESLint did not run: ${stderr}${stdout}`);
  const results = JSON.parse(stdout) as { filePath: string; messages: { message: string }[] }[];
  complaints = new Map(
    results.map(({ filePath, messages }) => [
      path.relative(app.dir, filePath),
      messages.map((m) => m.message),
    ]),
  );
  console.log(`borders: ${complaints.size} files checked, ${plants.length} of them planted`);
});

afterAll(() => app.remove());

test('reads every planted and every sound file', () => {
  const written = [...plants, ...allowed].map(({ file }) => file).concat(sound);
  const linted = written.filter((file) => /^(src|static|local|test)\//.test(file));
  expect([...complaints.keys()].sort()).toEqual([...new Set(linted)].sort());
  // A table of borders that lost its rows would pass everything above.
  expect(plants.length).toBeGreaterThan(50);
});

test.each(plants)('refuses $file and says why', ({ file, reason }) => {
  expect(complaints.get(file)).toEqual(expect.arrayContaining([expect.stringMatching(reason)]));
});

test.each(allowed)('allows $file', ({ file }) => {
  expect(complaints.get(file)).toEqual([]);
});
