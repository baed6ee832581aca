/**
 * Which folder may import which (design §5), as data for ESLint. Each border says why it is there, because the
 * person who meets it wants to know where the code belongs instead.
 */

/** Files under `target` may not import files under any of `from`. Paths start at the root of the repository. */
export interface LayerBorder {
  target: string;
  from: string[];
  message: string;
}

/** Imports whose specifier matches `regex` are refused, types too unless allowed. */
interface PackagePattern {
  regex: string;
  message: string;
  allowTypeImports?: boolean;
}

/** What the files of a folder may not import. */
export interface PackageBorder {
  files: string[];
  patterns: PackagePattern[];
}

/** Borders between folders of this repository. */
export const layerBorders: LayerBorder[] = [
  {
    target: 'src/domain',
    from: ['src/contract', 'src/usecases', 'src/entry', 'src/policies', 'src/storage', 'src/atlassian'],
    message: 'The domain imports only itself, so that the screens, the backend and the tests share one rule.',
  },
  {
    target: 'src/contract',
    from: ['src/usecases', 'src/entry', 'src/policies', 'src/storage', 'src/atlassian'],
    message:
      'The contract is what browser and backend agree on: it may know the domain, never how it is served.',
  },
  {
    target: 'src/policies',
    from: ['src/usecases', 'src/entry', 'src/storage', 'src/atlassian'],
    message:
      'A policy judges facts it is given. Fetch them in the use case, so that every check reads the same way.',
  },
  {
    target: 'src/storage',
    from: ['src/usecases', 'src/entry', 'src/policies', 'src/atlassian'],
    message:
      'Storage keeps and finds rows. What they mean for a person or for Jira is decided in a use case.',
  },
  {
    target: 'src/atlassian',
    from: ['src/usecases', 'src/entry', 'src/policies', 'src/storage'],
    message:
      'The Jira and Confluence clients ask and parse. What follows from a reply is decided in a use case.',
  },
  {
    target: 'src/usecases',
    from: ['src/entry'],
    message:
      'A use case does not know what called it: the same act serves a screen, an event and a schedule.',
  },
  {
    target: 'static/app',
    from: ['src/usecases', 'src/entry', 'src/policies', 'src/storage', 'src/atlassian', 'src/index.ts'],
    message:
      'The browser sees the domain and the types of the contract; everything else runs behind the resolver.',
  },
  {
    target: 'src',
    from: ['static'],
    message: 'The backend does not know its screens. What both need belongs in the domain or the contract.',
  },
  {
    target: 'src',
    from: ['local', 'test', 'bench', 'scripts'],
    message:
      'The product ships without these folders: it must not know that the local site or the tests exist.',
  },
  {
    target: 'static/app',
    from: ['local', 'test', 'bench', 'scripts'],
    message:
      'The product ships without these folders: it must not know that the local site or the tests exist.',
  },
  {
    target: 'local',
    from: ['test', 'bench'],
    message: 'The local site runs without the tests. What both need belongs in local.',
  },
];

/** The borders between folders, in the form of import-x/no-restricted-paths. */
export const layerZones = layerBorders.flatMap(({ target, from, message }) =>
  from.map((folder) => ({ target: `./${target}`, from: `./${folder}`, message })),
);

const atlassianOnly = {
  regex: '^@forge/(api|events)(/|$)',
  message:
    'Only src/atlassian speaks to Jira, Confluence and Forge’s queues: one place decides asUser or asApp and parses replies.',
};
const storageOnly = {
  regex: '^(@forge/sql|drizzle-orm)(/|$)',
  message: 'SQL lives in src/storage only, behind the guard against the platform’s silent traps.',
};
const entryOnly = {
  regex: '^@forge/resolver(/|$)',
  message: 'Only src/entry knows how Forge calls us: identity, parsing and policy are applied there, once.',
};
const bridgeOnly = {
  regex: '^@forge/(bridge|jira-bridge)(/|$)',
  message:
    'Only src/rpc and src/boot of static/app speak to the bridge: every call and every context in one place.',
};
const backendPackages = {
  regex: '^(@forge/(api|events|sql|resolver)|drizzle-orm)(/|$)',
  message: 'This package works in the backend only; in the browser it would fail at run time.',
};
const wholeZod = {
  regex: '^zod(?!/mini$)',
  message:
    'The backend validates with zod/mini: the bundler drops nothing inside a module, and all of zod is 100 KB more.',
};
const contractTypes = {
  regex: '(^|/)src/contract(/|$)',
  allowTypeImports: true,
  message:
    'The browser imports the contract’s types, not its schemas: zod alone is 25 KB there. Use `import type`.',
};
const zodInBrowser = {
  regex: '^zod(/|$)',
  message: 'zod is 25 KB in the browser; the resolver validates, and the contract’s types are enough here.',
};

/** Borders around packages. A file matched by several entries obeys the last of them. */
export const packageBorders: PackageBorder[] = [
  {
    files: ['src/**/*.ts'],
    patterns: [atlassianOnly, storageOnly, entryOnly, bridgeOnly, wholeZod],
  },
  {
    files: ['src/domain/**/*.ts'],
    patterns: [
      {
        regex: '^[^.]',
        message:
          'The domain imports nothing but itself: pure rules, the same in the browser, the backend and the tests.',
      },
    ],
  },
  {
    files: ['src/contract/**/*.ts'],
    patterns: [
      { regex: '^(?!zod/mini$)[^.]', message: 'The contract needs the domain and zod/mini, nothing else.' },
    ],
  },
  { files: ['src/storage/**/*.ts'], patterns: [atlassianOnly, entryOnly, bridgeOnly, wholeZod] },
  { files: ['src/atlassian/**/*.ts'], patterns: [storageOnly, entryOnly, bridgeOnly, wholeZod] },
  { files: ['src/entry/**/*.ts'], patterns: [atlassianOnly, storageOnly, bridgeOnly, wholeZod] },
  {
    files: ['static/app/src/**/*.{ts,tsx}'],
    patterns: [backendPackages, contractTypes, zodInBrowser, bridgeOnly],
  },
  {
    files: ['static/app/src/{rpc,boot}/**/*.{ts,tsx}'],
    patterns: [backendPackages, contractTypes, zodInBrowser],
  },
];
