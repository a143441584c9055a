import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const kit = (path: string) => here(`../../node_modules/@observablehq/notebook-kit/dist/src/runtime/${path}`);

/**
 * Builds what every notebook page contains, once for all notebooks: Observable's runtime with Plot, d3, Inputs and
 * htl out of node_modules. Of the notebook kit only the parts are taken that load nothing from a CDN. `jianyan
 * notebooks` adds the cells and their data.
 */
export default defineConfig({
  root: here('.'),
  publicDir: 'public',
  resolve: {
    alias: {
      'notebook-kit/define': kit('define.js'),
      'notebook-kit/display': kit('display.js'),
      'notebook-kit/generators': kit('stdlib/generators/index.js'),
    },
  },
  build: {
    outDir: here('../../dist/notebooks/page'),
    emptyOutDir: true,
    target: 'chrome86',
    cssTarget: 'chrome86',
    lib: {
      entry: here('./page.ts'),
      formats: ['iife'],
      name: 'notebook',
      fileName: () => 'page.js',
      cssFileName: 'page',
    },
  },
});
