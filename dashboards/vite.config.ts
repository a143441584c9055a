import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Builds the page's code and style as one file each; pipeline/publish/write-dashboard.ts puts them into one page. */
export default defineConfig({
  root: here('.'),
  publicDir: 'public',
  build: {
    outDir: here('../dist/dashboards'),
    emptyOutDir: true,
    // Office browsers of 2020 (360, QQ, 红莲花 …) are Chromium 86.
    target: 'chrome86',
    cssTarget: 'chrome86',
    lib: {
      entry: here('./app.ts'),
      formats: ['iife'],
      name: 'jianyan',
      fileName: () => 'app.js',
      cssFileName: 'app',
    },
  },
});
