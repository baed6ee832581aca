import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { filesUnder } from '../../scripts/gates/repo-files';
import { calls } from '../../src/contract/calls';
import { exportsOf, manifestModules, nodesOf, parsed, stringsUnder } from './source';
import { root } from './temp-app';

const modules = manifestModules();
const functions = modules.filter(({ type }) => type === 'function');
const callNames = Object.keys(calls).sort();

/** The string keys of every object literal in a folder that speaks of at least three calls. */
function tablesOfCalls(folder: string): { file: string; keys: string[] }[] {
  return filesUnder(root, folder, /\.tsx?$/).flatMap((file) =>
    nodesOf(parsed(file))
      .filter((node) => ts.isObjectLiteralExpression(node))
      .map((literal) => ({
        file,
        keys: literal.properties.flatMap(({ name }) =>
          name && ts.isStringLiteralLike(name) ? [name.text] : [],
        ),
      }))
      .filter(({ keys }) => keys.filter((key) => callNames.includes(key)).length >= 3),
  );
}

describe('manifest.yml and src/index.ts', () => {
  test('every function of the manifest is an export of the index, and nothing else is exported', () => {
    expect(functions.length).toBeGreaterThan(0);
    expect(exportsOf('src/index.ts').sort()).toEqual(
      functions.map(({ handler }) => handler?.replace('index.', '')).sort(),
    );
  });

  test('every function is used by a module', () => {
    const yaml = readFileSync(path.join(root, 'manifest.yml'), 'utf8');
    const used = [...yaml.matchAll(/^\s+function: (\S+)$/gm)].map(([, key]) => key);
    expect(functions.map(({ key }) => key).sort()).toEqual([...new Set(used)].sort());
  });
});

describe('the call table', () => {
  test('has a handler for every call, and no handler for anything else', () => {
    const handled = tablesOfCalls('src/entry').flatMap(({ keys }) => keys);
    expect(handled.sort()).toEqual(callNames);
  });

  test('has no call that no screen makes', () => {
    const made = new Set(stringsUnder('static/app/src').map(({ text }) => text));
    expect(callNames.length).toBeGreaterThan(0);
    expect(callNames.filter((name) => !made.has(name))).toEqual([]);
  });

  test('names calls noun.verb', () => {
    expect(callNames.filter((name) => !/^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/.test(name))).toEqual([]);
  });
});

describe('screens', () => {
  const surfaces = tableOfSurfaces();

  function tableOfSurfaces(): string[] {
    const table = nodesOf(parsed('static/app/src/surfaces/index.ts')).find(
      (node) => ts.isVariableDeclaration(node) && node.name.getText() === 'surfaces',
    );
    const keys: string[] = [];
    const visit = (node: ts.Node): void => {
      if (!ts.isObjectLiteralExpression(node)) return ts.forEachChild(node, visit);
      for (const { name } of node.properties) {
        if (name && (ts.isIdentifier(name) || ts.isStringLiteralLike(name))) keys.push(name.text);
      }
    };
    if (table) visit(table);
    return keys;
  }

  const shown = modules.filter(({ type, resource }) => type !== 'function' && resource !== undefined);
  const asked = [
    ...shown.map(({ key }) => key),
    ...shown
      .filter(({ config }) => typeof config === 'object' && config.resource !== undefined)
      .map(({ key }) => `${key}-config`),
  ];

  test('there is a surface for every module the manifest shows', () => {
    expect(shown.length).toBeGreaterThan(0);
    expect(asked.filter((key) => !surfaces.includes(key))).toEqual([]);
  });

  test('every other surface is opened as a modal somewhere', () => {
    const outside = stringsUnder('static/app/src').filter(({ file }) => !file.endsWith('surfaces/index.ts'));
    const opened = new Set(outside.map(({ text }) => text));
    expect(surfaces.filter((key) => !asked.includes(key) && !opened.has(key))).toEqual([]);
  });

  test('every shown module can call the resolver', () => {
    expect(shown.filter(({ resolver }) => resolver?.function !== 'resolver').map(({ key }) => key)).toEqual(
      [],
    );
  });
});
