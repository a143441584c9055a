import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * Builds the compiler of notebooks into one file for Node. What a user installs then needs neither the notebook kit (86
 * MB with Vite, jsdom and TypeScript, and a peer range that npm refuses beside a newer DuckDB) nor a build on his machine.
 */
export default defineConfig({
  root: here('.'),
  resolve: { alias: { typescript: here('./no-typescript.ts') } },
  ssr: { noExternal: true, external: ['linkedom'] },
  build: {
    outDir: here('../../dist/notebooks/kit'),
    emptyOutDir: true,
    target: 'node20',
    ssr: here('./compile-notebook.ts'),
    rollupOptions: { output: { entryFileNames: 'compile-notebook.js' } },
  },
});
