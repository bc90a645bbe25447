import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

/** Puts the solver's WebAssembly beside the Node programs, where `solve-mip.ts` looks for it. */
const solverBeside = {
  name: 'solver-beside',
  generateBundle(this: { emitFile(file: { type: 'asset'; fileName: string; source: Uint8Array }): string }) {
    const source = readFileSync(createRequire(import.meta.url).resolve('highs/runtime'))
    this.emitFile({ type: 'asset', fileName: 'highs.wasm', source })
  },
}

/**
 * Two builds from one file: the browser app (`vite build`) and the Node programs
 * (`vite build --mode node`: command line, demo maker, benches).
 */
export default defineConfig(({ mode }) =>
  mode === 'node'
    ? {
        build: {
          ssr: true,
          target: 'node20',
          outDir: 'dist/node',
          emptyOutDir: true,
          rollupOptions: {
            input: {
              lifecircle: 'src/cli/main.ts',
              'make-demo': 'data/make-demo/main.ts',
              'measure-thread': 'src/cli/measure-thread.ts',
              bench: 'bench/main.ts',
            },
            output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
          },
        },
        plugins: [solverBeside],
        // one folder that runs without node_modules
        ssr: { noExternal: true as const },
        publicDir: false as const,
      }
    : {
        plugins: [react()],
        base: './',
        build: { outDir: 'dist/app', target: 'es2022', chunkSizeWarningLimit: 2500 },
        preview: { host: '127.0.0.1' },
        worker: { format: 'es' as const },
        test: {
          include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
          exclude: ['tests/e2e/**', 'node_modules/**'],
          environment: 'node',
          testTimeout: 120_000,
          hookTimeout: 120_000,
          pool: 'forks' as const,
          // modules hold no state but caches keyed by what they are about, so a worker loads them once and not once a
          // file, which is a third of the processor time of most files; `vitest run --isolate` loads them anew
          isolate: false,
          restoreMocks: true,
          // by itself it leaves one core alone, which of two is half
          maxWorkers: 2,
        },
      },
)
