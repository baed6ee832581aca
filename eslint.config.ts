import importX, { createNodeResolver } from 'eslint-plugin-import-x';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { layerZones, packageBorders } from './scripts/gates/borders';

/** The TypeScript project that knows each folder; bench, scripts and the root's own files belong to test's. */
export const projects = [
  { files: ['src/**/*.ts'], project: 'tsconfig.json' },
  { files: ['static/app/**/*.{ts,tsx}'], project: 'static/app/tsconfig.json' },
  { files: ['local/**/*.{ts,tsx}'], project: 'local/tsconfig.json' },
  {
    files: ['test/**/*.{ts,tsx}', 'bench/**/*.ts', 'scripts/**/*.ts', '*.ts'],
    project: 'test/tsconfig.json',
  },
];

const doubleCast = {
  selector: 'TSAsExpression > TSAsExpression[typeAnnotation.type="TSUnknownKeyword"]',
  message: 'A cast through unknown switches the compiler off. Parse the value, or give it its real type.',
};

const noClock = [
  'NewExpression[callee.name="Date"][arguments.length=0]',
  'CallExpression[callee.name="Date"]',
  'CallExpression[callee.object.name=/^(Date|performance)$/][callee.property.name="now"]',
].map((selector) => ({
  selector,
  message:
    'Time is an argument here (design §3): a rule that reads the clock cannot be tested on a leap day, nor replayed.',
}));

const noMachineDate = [
  'NewExpression[callee.name="Date"][arguments.length=0]',
  'CallExpression[callee.name="Date"]',
  'CallExpression[callee.object.name="Date"][callee.property.name="now"]',
].map((selector) => ({
  selector,
  message:
    'No test knows today: the day of the tests is testDay() of test/builders/test-date.ts, and what took time is measured with performance.now().',
}));

export default defineConfig(
  {
    ignores: [
      'node_modules/',
      'static/app/dist/',
      'local/dist/',
      'local/openapi/*.json',
      '.local/',
      'test-results/',
    ],
  },
  {
    files: projects.flatMap(({ files }) => files),
    extends: [tseslint.configs.strictTypeChecked],
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'] })],
    },
    // A rule that can be switched off in place holds nothing.
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      'max-lines': ['error', { max: 400 }], // over 400 lines is two files
      'no-console': 'off',
      'no-restricted-syntax': ['error', doubleCast],
      'import-x/no-restricted-paths': ['error', { zones: layerZones, basePath: __dirname }],
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-ignore': true, 'ts-expect-error': true, 'ts-nocheck': true, 'ts-check': true },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // The call table names each call's output as a type parameter that no argument mentions.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // An async function without await still turns what it throws into a rejection, which is what callers expect.
      '@typescript-eslint/require-await': 'off',
    },
  },
  ...projects.map(({ files, project }) => ({
    files,
    languageOptions: { parserOptions: { project, tsconfigRootDir: __dirname } },
  })),
  {
    files: ['static/app/**/*.{ts,tsx}', 'local/**/*.tsx'],
    extends: [reactHooks.configs.flat.recommended],
    rules: { 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    files: ['test/**/*.{ts,tsx}'],
    // Jest types its matchers (expect.any, expect.stringMatching) as any.
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      'no-restricted-syntax': ['error', doubleCast, ...noMachineDate],
    },
  },
  {
    // What asks here is not the test: the backend's worker, a page, and what gives the test process its date.
    files: [
      'test/integration/local/backend.test.ts',
      'test/browser/{review,local/bridge}.spec.ts',
      'test/tests-date.ts',
    ],
    rules: { 'no-restricted-syntax': ['error', doubleCast] },
  },
  {
    files: ['src/domain/**/*.ts', 'src/usecases/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', doubleCast, ...noClock] },
  },
  ...packageBorders.map(({ files, patterns }) =>
    defineConfig({ files, rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] } }),
  ),
);
