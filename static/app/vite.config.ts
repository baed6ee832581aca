import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { commonChunk, preloadCommonChunk } from './build/chunks';
import { precompileMessages } from './build/precompile-messages';

export default defineConfig({
  // Vite is started from the root of the repository as well as from here.
  root: import.meta.dirname,
  // Forge serves the bundle from a folder it names anew at each deployment.
  base: './',
  plugins: [react(), precompileMessages(), preloadCommonChunk()],
  resolve: {
    mainFields: ['module:es2019', 'browser', 'module', 'main'],
    alias: [
      // Messages are parsed at build time, so the parser itself never ships (11 KB gzip).
      {
        find: /^@formatjs\/icu-messageformat-parser$/,
        replacement: '@formatjs/icu-messageformat-parser/no-parser.js',
      },
      {
        find: /^@atlaskit\/feature-gate-js-client(\/.*)?$/,
        replacement: path.join(import.meta.dirname, 'build/no-feature-gates.ts'),
      },
      { find: /^fflate$/, replacement: path.join(import.meta.dirname, 'build/zip-in-place.ts') },
    ],
  },
  define: {
    // Read by packages written for webpack; left alone they would fail on `process`.
    'process.env.NODE_ENV': JSON.stringify('production'),
  },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // The polyfill is an inline script, which Forge's Content-Security-Policy refuses.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    rolldownOptions: { output: { codeSplitting: commonChunk } },
  },
});
