import { defineConfig } from '@playwright/test'

const PORT = 4179

// software WebGL draws slowly: as many pages as cores, and patience; a quarter of the pixels and one sample each
// at the same layout, and the page around the map drawn without a graphics card that would be software as well
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  workers: 2,
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: 'list',
  use: {
    baseURL: `http://127.0.0.1:${PORT}`,
    viewport: { width: 1440, height: 900 },
    deviceScaleFactor: 0.5,
    locale: 'zh-CN',
    launchOptions: {
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--use-angle=swiftshader',
        '--enable-unsafe-swiftshader',
        '--disable-gpu',
        '--webgl-antialiasing-mode=none',
        '--webgl-msaa-sample-count=0',
      ],
    },
  },
  webServer: {
    command: `npx vite preview --outDir dist/app --host 127.0.0.1 --port ${PORT} --strictPort`,
    cwd: '../..',
    url: `http://127.0.0.1:${PORT}`,
    reuseExistingServer: false,
  },
})
