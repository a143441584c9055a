import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Builds the 分办台's page: code, style and index.html as files of their own, because no inline script is allowed. */
export default defineConfig({
  root: here('.'),
  publicDir: 'public',
  build: {
    outDir: here('../../dist/dashboards/desk'),
    emptyOutDir: true,
    target: 'chrome86',
    cssTarget: 'chrome86',
    lib: {
      entry: here('./desk.ts'),
      formats: ['iife'],
      name: 'desk',
      fileName: () => 'desk.js',
      cssFileName: 'desk',
    },
  },
});
