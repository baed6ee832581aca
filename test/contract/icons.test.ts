/** Every module that may carry an icon carries ours, and it can be seen on what the products draw it on. */
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { root } from './temp-app';

const modules = z.record(z.string(), z.array(z.record(z.string(), z.unknown())));
const manifest = z
  .object({ modules, resources: z.array(z.object({ key: z.string(), path: z.string() })) })
  .parse(parse(readFileSync(path.join(root, 'manifest.yml'), 'utf8')));
const definitions = z
  .object({ definitions: z.record(z.string(), z.unknown()) })
  .parse(
    JSON.parse(
      readFileSync(path.join(root, 'node_modules/@forge/manifest/out/schema/manifest-schema.json'), 'utf8'),
    ),
  ).definitions;
const schema = z
  .object({ properties: z.record(z.string(), z.unknown()) })
  .parse(definitions['ModuleSchema']).properties;

/** Whether a module of this kind may have the property, in any of its variants. */
function takes(kind: unknown, property: string): boolean {
  if (typeof kind !== 'object' || kind === null) return false;
  return Object.entries(kind).some(([name, value]: [string, unknown]) => {
    if (name === '$ref') return takes(definitions[String(value).replace('#/definitions/', '')], property);
    if (name === 'properties') return typeof value === 'object' && value !== null && property in value;
    return takes(value, property);
  });
}

/** The validator's schema lets a macro have properties that it does not name; Forge's documentation names this one. */
const documented = new Set(['macro']);
const drawn = Object.entries(manifest.modules).filter(
  ([kind]) => documented.has(kind) || takes(schema[kind], 'icon'),
);
/** Below `static/app`: what Vite copies into the folder that the resource names. */
const fileOf = (icon: unknown) => {
  const [, resource, file] = /^resource:([^;]+);(.+)$/.exec(String(icon)) ?? [];
  const folder = manifest.resources.find(({ key }) => key === resource)?.path;
  return folder === 'static/app/dist' && file !== undefined
    ? path.join(root, 'static/app/public', file)
    : null;
};

test('every module that may carry an icon carries ours, in a file of at most one kilobyte', () => {
  expect(drawn.map(([kind]) => kind)).toEqual(
    expect.arrayContaining(['jira:globalPage', 'jira:issueContext', 'jira:sprintAction', 'macro']),
  );
  for (const [kind, list] of drawn) {
    for (const { key, icon } of list) {
      const file = fileOf(icon);
      expect([kind, key, file === null ? null : statSync(file).size <= 1024]).toEqual([kind, key, true]);
    }
  }
});

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
const contrast = (one: string, other: string) => {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
};

test('its ground is seen on light and on dark, and its sign on its ground', () => {
  const svg = readFileSync(path.join(root, 'static/app/public/icons/waymark.svg'), 'utf8');
  const ground = /<rect [^>]*fill="(#[0-9A-F]{6})"/.exec(svg)?.[1] ?? '';
  // White, and the two darkest grounds of Atlassian's dark theme that navigation and panels have.
  for (const behind of ['#FFFFFF', '#1F1F21', '#22272B']) {
    expect([behind, contrast(ground, behind) >= 3]).toEqual([behind, true]);
  }
  expect(svg).toContain('fill="#fff"');
});
