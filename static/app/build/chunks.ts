import path from 'node:path';
import type { Plugin, Rolldown } from 'vite';

const source = path.join(import.meta.dirname, '../src');
const entry = path.join(source, 'main.tsx');
const root = path.join(source, 'boot/app.tsx');
const smallest = path.join(source, 'surfaces/issue-panel/index.tsx');
const ofTheSmallest = /\/src\/(surfaces\/issue-panel|features\/panel|messages\/en\/panel\.ts)/;
/** Offered by the same index as the plain button and used nowhere: its tooltip would draw a positioning library into the common file. */
const iconButton = /@atlaskit\/button\/.*\/variants\/icon/;
const runtime = '\0rolldown/runtime.js';
const name = 'app';

type Graph = { getModuleInfo(id: string): Rolldown.ModuleInfo | null };

/**
 * What every surface stands on, in one file: React, the root of the app, and the parts of the smallest surface, which all
 * others use too. Left alone, the bundler parts it by who uses what, and the issue panel waits for twenty files.
 * What the entry needs before it has asked for its data stays with the entry.
 */
export const commonChunk: Rolldown.CodeSplittingOptions = {
  includeDependenciesRecursively: false,
  groups: [
    {
      debugName: name,
      name: (id, graph) => {
        const early = importsOf(entry, graph);
        const common = new Set([...importsOf(root, graph), ...importsOf(smallest, graph)]);
        if (id === runtime || (early.has(id) && id !== entry)) return 'start';
        return common.has(id) && !early.has(id) && !ofTheSmallest.test(id) ? name : null;
      },
    },
  ],
};

/** A module and all it imports before it runs. */
function importsOf(id: string, graph: Graph): ReadonlySet<string> {
  const known = closures.get(id);
  if (known) return known;
  const seen = new Set<string>();
  const visit = (each: string): void => {
    if (seen.has(each) || iconButton.test(each)) return;
    seen.add(each);
    graph.getModuleInfo(each)?.importedIds.forEach(visit);
  };
  visit(id);
  closures.set(id, seen);
  return seen;
}
const closures = new Map<string, ReadonlySet<string>>();

/** Says in index.html that the common file will be needed, so that it is fetched beside the entry and not after it. */
export function preloadCommonChunk(): Plugin {
  return {
    name: 'waymark:preload-common-chunk',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle = {} }) {
        const files = Object.values(bundle);
        // The benchmark builds other pages with this configuration.
        if (!files.some((file) => file.type === 'chunk' && file.moduleIds.includes(entry))) return [];
        const common = files.find((file) => file.type === 'chunk' && file.name === name);
        if (common?.type !== 'chunk') throw new Error(`The build has no chunk "${name}".`);
        const style = [...(common.viteMetadata?.importedCss ?? [])].map((href) => ({
          tag: 'link',
          injectTo: 'head' as const,
          attrs: { rel: 'stylesheet', crossorigin: true, href: `./${href}` },
        }));
        return [
          {
            tag: 'link',
            injectTo: 'head',
            attrs: { rel: 'modulepreload', crossorigin: true, href: `./${common.fileName}` },
          },
          ...style,
        ];
      },
    },
  };
}
