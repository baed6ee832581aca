/** Packages that ship only ES modules, which Jest's require cannot load as they are. */
const esmOnly = [
  'mdast-[a-z-]+',
  'micromark[a-z0-9-]*',
  'unist-[a-z-]+',
  'decode-named-character-reference',
  'character-entities',
  'markdown-table',
  'longest-streak',
  'zwitch',
  'devlop',
  'dequal',
  'uuid',
  'p-retry',
  'is-network-error',
  'write-excel-file',
  'read-excel-file',
  'unzipper-esm',
  'worker-f',
  'saxen',
  '@visx',
  'd3-[a-z]+',
  'internmap',
  'delaunator',
  'robust-predicates',
].join('|');

const shared = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  // Jest's sandbox looks a global up slowly, and Drizzle asks for Object with every part of every statement.
  sandboxInjectedGlobals: ['Object', 'Array', 'Symbol'],
  // No test knows today.
  setupFiles: ['<rootDir>/test/tests-date.ts'],
  moduleFileExtensions: ['ts', 'tsx', 'js', 'cjs', 'mjs', 'json'],
  transform: {
    '\\.(ts|tsx|mjs|js)$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
        },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly})/)`],
  modulePathIgnorePatterns: ['<rootDir>/.local/', '<rootDir>/static/app/dist/'],
};

const project = (name, options = {}) => ({
  ...shared,
  ...options,
  displayName: name,
  testMatch: [`<rootDir>/test/${name}/**/*.test.{ts,tsx}`],
});

export default {
  projects: [
    project('unit'),
    // One database server a run, one database a test file.
    project('integration', {
      globalSetup: '<rootDir>/local/database/jest-setup.ts',
      globalTeardown: '<rootDir>/local/database/jest-teardown.ts',
    }),
    project('contract'),
  ],
  // Runs after those of the projects.
  globalSetup: '<rootDir>/test/temporary-files.ts',
  maxWorkers: 2,
  // Told to end, a worker has no handle open and runs nothing more; Node then needs from a third of a second to several to take
  // the process down, and Jest takes it for one that hangs after half a second. One that really hangs is still ended, and named.
  workerGracefulExitTimeout: 15_000,
  testTimeout: 60_000,
};
