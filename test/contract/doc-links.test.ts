/** What the documents point to is there: a file, or a heading of one. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { filesUnder } from '../../scripts/gates/repo-files';
import { root } from './temp-app';

const documents = [
  'README.md',
  'CONTRIBUTING.md',
  ...filesUnder(root, 'docs', /\.md$/),
  ...filesUnder(root, 'local', /\.md$/),
];
const textOf = (file: string) => readFileSync(path.join(root, file), 'utf8');

/** How a heading is addressed, as on GitHub. */
const anchors = (file: string) =>
  new Set(
    [...textOf(file).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );

function brokenIn(file: string, text: string): string[] {
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, target = '']) => {
    if (/^[a-z]+:/.test(target)) return [];
    const [name = '', anchor] = target.split('#');
    const at = name === '' ? file : path.join(path.dirname(file), name);
    if (!existsSync(path.join(root, at))) return [`${file}: ${target}`];
    return anchor === undefined || anchors(at).has(anchor) ? [] : [`${file}: ${target}`];
  });
}

test('every link of a document leads somewhere', () => {
  expect(documents.length).toBeGreaterThan(50);
  expect(documents.flatMap((file) => brokenIn(file, textOf(file)))).toEqual([]);
});

test('a link to a file or a heading that is not there is found', () => {
  const text =
    'See [a](nowhere.md), [b](architecture.md#nowhere), [c](architecture.md) and [d](https://example.com).';
  expect(brokenIn('docs/style.md', text)).toEqual([
    'docs/style.md: nowhere.md',
    'docs/style.md: architecture.md#nowhere',
  ]);
});

test('every answer of the security review names what shows it, but for those that say what is not there yet', () => {
  const sections = textOf('docs/security-review.md').split('\n## ').slice(1);
  const bare = sections
    .filter((section) => !/\]\([^)]+\)/.test(section))
    .map((section) => section.split('\n')[0]);
  expect(sections.length).toBeGreaterThan(15);
  expect(bare).toEqual(['How is a fault reported and handled?']);
});
