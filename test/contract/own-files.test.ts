import { passed } from '../../scripts/gates/gate';
import { checkOwnFiles } from '../../scripts/gates/own-files';
import { copyOfTheApp, root } from './temp-app';

// Put together here, since this file is read, too.
const folder = 'shared';
const up = '..';

test('no file of the repository names one outside it', async () => {
  const report = await checkOwnFiles(root);
  expect(report.problems).toEqual([]);
  expect(passed(report)).toBe(true);
  expect(report.read[0]?.count).toBeGreaterThan(1_000);
});

test.each([
  [
    'a path up to it',
    'test/unit/a.test.ts',
    `const file = join(__dirname, '${up}/${up}/${up}/${folder}/data/a.md');`,
  ],
  ['a path in pieces', 'scripts/a.ts', `const file = join(__dirname, '${up}', '${folder}', 'data');`],
  ['where it is on one machine', 'local/README.md', `Facts are in /work/${folder}/platform.`],
  ['it by name', 'docs/a.md', `See \`${folder}/design.md\`.`],
  ['a link out of the repository', 'docs/guide/a.md', `See [the notes](${up}/${up}/${up}/notes/a.md).`],
  ['a neighbour of the repository', 'a.config.mjs', `import a from '${up}/neighbour/a.mjs';`],
])('a file that names %s is found', async (_what, file, line) => {
  const app = copyOfTheApp(['package.json']);
  app.write(file, `first line\n${line}\n`);
  const { problems } = await checkOwnFiles(app.dir);
  app.remove();
  expect(problems).toEqual([`${file}:2: names a file outside the repository. Put what is needed into it.`]);
});

test('a path within the repository, and a folder of a package, are nobody else’s', async () => {
  const app = copyOfTheApp(['package.json']);
  app.write(
    'test/unit/a.test.ts',
    `import a from '../../src/a';\nimport b from '@atlaskit/tokens/${folder}/b';\n`,
  );
  const { problems } = await checkOwnFiles(app.dir);
  app.remove();
  expect(problems).toEqual([]);
});
