import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

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
          pool: 'forks' as const,
        },
      },
)
