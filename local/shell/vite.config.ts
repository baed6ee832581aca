import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { build, defineConfig, type Plugin } from 'vite';

const root = import.meta.dirname;
const outDir = resolve(root, '../../.local/build/shell');

/** The bridge is a classic script of its own: it must have run before any module of the app loads. */
const bridgeScript: Plugin = {
  name: 'waymark-bridge-script',
  apply: 'build',
  async closeBundle() {
    await build({
      configFile: false,
      publicDir: false,
      logLevel: 'warn',
      build: {
        outDir,
        emptyOutDir: false,
        copyPublicDir: false,
        lib: {
          entry: resolve(root, '../frames/bridge.ts'),
          formats: ['iife'],
          name: 'waymarkBridge',
          fileName: () => 'bridge.js',
        },
      },
    });
  },
};

export default defineConfig({
  root,
  base: '/_shell/',
  plugins: [react(), bridgeScript],
  build: { outDir, emptyOutDir: true, chunkSizeWarningLimit: 3000, reportCompressedSize: false },
});
