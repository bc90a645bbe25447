/**
 * From a hand's change to the numbers on the screen, in Chromium with software GL, on the built app. By hand:
 *
 *   npx vite preview --outDir dist/app --host 127.0.0.1 --port 4183 &
 *   node bench/time-on-page.mjs [--port 4183] [--laps 6] [--light] [--profile rule,edit] [--only demo|xihu] [--open FILE]
 *
 * With `--light` the map is drawn as the browser tests draw it: a quarter of the pixels, one sample each.
 * The page and the engine's worker are listened to from outside: nothing of this is in the product. Milestones are
 * milliseconds after the change; processor times are those of threads and processes until the page is idle again.
 */
import { existsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'

const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? otherwise : process.argv[at + 1]
}
const PORT = option('port', '4183')
const LAPS = Number(option('laps', '6'))
const PROFILE = option('profile', '')
const ONLY = option('only', '')
const isLight = process.argv.includes('--light')
/** Opened instead of the district of the data: one with walls, say. */
const XIHU = option(
  'open',
  new URL('../../shared/data/hangzhou-westlake/westlake_10km.osm.pbf', import.meta.url).pathname,
)

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--use-angle=swiftshader',
    '--enable-unsafe-swiftshader',
    '--disable-gpu',
    ...(isLight ? ['--webgl-antialiasing-mode=none', '--webgl-msaa-sample-count=0'] : []),
  ],
})

/** Notes when messages of the engine arrive, how long reading one takes, and frames after it. */
function listenOnPage() {
  const log = []
  window.timed = { log, idle: 0 }
  const note = (what, more = {}) =>
    log.push({ at: performance.timeOrigin + performance.now(), what, ...more })
  window.timed.note = note
  const { port1, port2 } = new MessageChannel()
  const waiting = []
  port1.addEventListener('message', () => waiting.shift()?.())
  port1.start()
  const nextTask = (then) => {
    waiting.push(then)
    port2.postMessage(null)
  }
  window.timed.nextTask = nextTask
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      log.push({ at: performance.timeOrigin + startTime, what: 'long task', duration })
  }).observe({ type: 'longtask' })
  const names = new Map()
  const Plain = window.Worker
  window.Worker = class extends Plain {
    constructor(url, options) {
      super(url, options)
      this.isEngine = options?.name === 'lifecircle-engine'
      if (!this.isEngine) return
      this.addEventListener('message', (event) => {
        const start = performance.now()
        const { type, id } = event.data
        const read = performance.now() - start
        if (type === 'progress') return
        const name = names.get(id)
        note(`got ${name}`, { read })
        nextTask(() => note(`handled ${name}`))
        requestAnimationFrame(() => nextTask(() => note(`framed ${name}`)))
      })
    }
    postMessage(message, transfer) {
      if (this.isEngine && message?.type === 'call') {
        names.set(message.id, message.name)
        note(`asked ${message.name}`)
      }
      super.postMessage(message, transfer)
    }
  }
}

/** The same at the worker's end. */
function listenInWorker() {
  if (self.name !== 'lifecircle-engine') return
  const names = new Map()
  self.timed = []
  // oxlint-disable-next-line unicorn/consistent-function-scoping -- the worker gets this function as text
  const note = (what, more) =>
    self.timed.push({ at: performance.timeOrigin + performance.now(), what, ...more })
  self.addEventListener('message', ({ data }) => {
    if (data.type === 'call') names.set(data.id, data.name)
  })
  const post = self.postMessage.bind(self)
  self.postMessage = (message, transfer) => {
    const start = performance.now()
    post(message, transfer)
    if (message.type !== 'progress')
      note(`answered ${names.get(message.id)}`, { wrote: performance.now() - start })
  }
}

const context = await browser.newContext({
  viewport: { width: 1440, height: 900 },
  locale: 'zh-CN',
  deviceScaleFactor: isLight ? 0.5 : 1,
})
const page = await context.newPage()
const workers = []
page.on('worker', (worker) => workers.push(worker))
page.on('pageerror', (error) => console.log(`thrown: ${error.message}`))
await page.addInitScript(listenOnPage)
const cdp = await context.newCDPSession(page)
await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
const system = await browser.newBrowserCDPSession()

async function engineWorker() {
  for (const worker of workers)
    if ((await worker.evaluate(() => self.name).catch(() => '')) === 'lifecircle-engine') return worker
  throw new Error('no engine worker')
}

/** Processor time so far: main thread of the page, renderer processes, graphics process, in ms. */
async function processorTimes() {
  const { metrics } = await cdp.send('Performance.getMetrics')
  const of = (name) => metrics.find((metric) => metric.name === name).value * 1000
  const { processInfo } = await system.send('SystemInfo.getProcessInfo')
  const sum = (type) =>
    processInfo.filter((each) => each.type === type).reduce((total, { cpuTime }) => total + cpuTime * 1000, 0)
  return {
    main: of('TaskDuration'),
    script: of('ScriptDuration'),
    style: of('RecalcStyleDuration') + of('LayoutDuration'),
    renderer: sum('renderer'),
    graphics: sum('GPU'),
  }
}

/** Until nothing has been asked and nothing drawn for a while. */
async function untilIdle() {
  await page.waitForFunction(
    () => {
      const { results, project } = window.lifecircle.results.getState ? window.lifecircle : {}
      return (
        results.getState().analysis !== null &&
        !results.getState().isAnalysing &&
        project.getState().progress === null
      )
    },
    null,
    { timeout: 120_000 },
  )
  await page.waitForFunction(
    () => window.lifecircleMap.loaded() && window.lifecircleMap.areTilesLoaded(),
    null,
    { timeout: 120_000 },
  )
  await page.waitForFunction(
    () => {
      const { log } = window.timed
      const now = performance.timeOrigin + performance.now()
      return now - (log.at(-1)?.at ?? 0) > 700
    },
    null,
    { timeout: 120_000, polling: 100 },
  )
}

/** One change: what it does runs in the page, or as hands on it. Milestones after its first moment. */
async function timeChange(change) {
  const worker = await engineWorker()
  await worker.evaluate(() => void (self.timed.length = 0))
  await page.evaluate(() => void (window.timed.log.length = 0))
  const before = await processorTimes()
  await change()
  await untilIdle()
  const after = await processorTimes()
  const log = [...(await page.evaluate(() => window.timed.log)), ...(await worker.evaluate(() => self.timed))]
  log.sort((a, b) => a.at - b.at)
  const start = log.find(({ what }) => what === 'changed').at
  const busy = Object.fromEntries(Object.keys(before).map((key) => [key, after[key] - before[key]]))
  return { log: log.map((each) => ({ ...each, at: each.at - start })).filter(({ at }) => at >= -50), busy }
}

const p95 = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length * 0.95)]
const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)]
const fixed = (value) => (value === undefined ? '–' : value.toFixed(0))

function report(title, laps, last) {
  console.log(`\n${title}: median of ${laps.length}`)
  const whats = [...new Set(laps.flatMap(({ log }) => log.map(({ what }) => what)))].filter(
    (what) => what !== 'long task',
  )
  const rows = whats.map((what) => {
    const found = laps.map(({ log }) => log.filter((each) => each.what === what).at(-1)).filter(Boolean)
    return {
      what,
      at: median(found.map(({ at }) => at)),
      worst: Math.max(...found.map(({ at }) => at)),
      copy: median(found.map(({ read, wrote }) => read ?? wrote ?? 0)),
      times: Math.max(...laps.map(({ log }) => log.filter((each) => each.what === what).length)),
    }
  })
  rows.sort((a, b) => a.at - b.at)
  for (const { what, at, worst, copy, times } of rows)
    console.log(
      `  ${fixed(at).padStart(6)} ms  ${what}${times > 1 ? ` (last of ${times})` : ''}${copy >= 0.5 ? `, copied in ${copy.toFixed(1)} ms` : ''}${what === last ? `   ← numbers; worst ${fixed(worst)}` : ''}`,
    )
  const each = laps.map(({ log }) => log.findLast(({ what }) => what === last)?.at)
  console.log(
    `  numbers: median ${fixed(median(each))}, p95 ${fixed(p95(each))} ms; lap by lap: ${each.map(fixed).join(', ')}`,
  )
  const tasks = laps.map(({ log }) => log.filter(({ what }) => what === 'long task'))
  console.log(
    `  long tasks: ${fixed(median(tasks.map((list) => list.reduce((sum, { duration }) => sum + duration, 0))))} ms in all, longest ${fixed(median(tasks.map((list) => Math.max(0, ...list.map(({ duration }) => duration)))))} ms`,
  )
  const busy = Object.keys(laps[0].busy).map(
    (key) => `${key} ${fixed(median(laps.map((lap) => lap.busy[key])))}`,
  )
  console.log(`  processor, ms: ${busy.join(', ')}`)
}

async function changeRules(title) {
  await page.getByRole('button', { name: '规则集：选用、对比、修改' }).click()
  const drawer = page.getByRole('dialog', { name: '规则集' })
  await drawer.getByRole('textbox', { name: '查找类别' }).fill('幼儿园')
  await drawer.getByRole('button', { name: '修改：幼儿园' }).click()
  const radius = drawer.getByRole('spinbutton', { name: '服务半径 m' })
  await radius.fill('310')
  await drawer.getByRole('button', { name: /应\s?用/ }).click()
  await untilIdle()
  // the moment the hand lets go of the button
  await page.evaluate(() => {
    window.addEventListener(
      'click',
      (event) => {
        if (event.target.closest?.('.rules-form') && event.target.closest('button'))
          window.timed.note('changed')
      },
      { capture: true },
    )
  })
  if (PROFILE.includes('rule')) await cdp.send('Profiler.enable').then(() => cdp.send('Profiler.start'))
  const laps = []
  for (let i = 0; i < LAPS; i++) {
    await radius.fill(String(400 + 50 * i))
    laps.push(await timeChange(() => drawer.getByRole('button', { name: /应\s?用/ }).click()))
  }
  if (PROFILE.includes('rule')) await keepProfile(title)
  report(`${title}, a radius in the rules form`, laps, 'framed analyse')
  await drawer.getByRole('button', { name: '全部恢复' }).click()
  await page.keyboard.press('Escape')
  await page.evaluate(() => window.lifecircle.actions.setRulesOpen(false))
  await untilIdle()
}

/** One edit each, in the page; the moment the hand lets go is noted as `changed`. */
const EDITS = {
  'a facility dropped': async (i) => {
    const { project, actions } = window.lifecircle
    const facilities = project
      .getState()
      .baseLayers.facilities.filter((each) => each.class === 'KINDERGARTEN' || each.class === 'STORE')
    const { id, geometry } = facilities[(i * 7) % facilities.length]
    let at = geometry.coordinates
    while (Array.isArray(at[0])) at = at[0]
    // oxlint-disable-next-line unicorn/consistent-function-scoping -- the page gets this function as text
    const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
    for (let step = 1; step <= 6; step++) {
      actions.dragFacility(id, [at[0] + step * 0.0003, at[1] + step * 0.0002])
      await pause(60)
    }
    // the hand rests before it lets go
    await pause(1500)
    window.timed.note('changed')
    actions.dropFacility()
  },
  'a gate opened or closed': (i) => {
    const { project, actions } = window.lifecircle
    const all = project.getState().baseLayers.gates.filter(({ community }) => community)
    const gate = all[(i * 13) % all.length]
    window.timed.note('changed')
    actions.addEdit(
      gate.access === 'closed'
        ? { kind: 'open-gate', gate: gate.id, access: 'public' }
        : { kind: 'close-gate', gate: gate.id },
    )
  },
  'a wall opened': (i) => {
    const { project, actions } = window.lifecircle
    const walled = project.getState().baseLayers.communities.filter(({ gated }) => gated)
    const { id, geometry } = walled[(i * 11) % walled.length]
    let ring = geometry.coordinates
    while (Array.isArray(ring[0][0])) ring = ring[0]
    const [a, b] = [ring[i % (ring.length - 1)], ring[(i % (ring.length - 1)) + 1]]
    window.timed.note('changed')
    actions.addEdit({
      kind: 'open-wall',
      community: id,
      at: [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2],
      access: 'public',
    })
  },
  'a street removed': (i) => {
    const { project, actions } = window.lifecircle
    const { gates } = project.getState().baseLayers
    window.timed.note('changed')
    return actions.removePathAt(gates[(i * 19) % gates.length].geometry.coordinates, 60)
  },
  'a path drawn': (i) => {
    const { project, actions } = window.lifecircle
    const { gates } = project.getState().baseLayers
    const [lon, lat] = gates[(i * 17) % gates.length].geometry.coordinates
    window.timed.note('changed')
    return actions.drawPath([
      [lon, lat],
      [lon + 0.0009, lat + 0.0007],
    ])
  },
}

/** Kind by kind, each in a plan of its own. */
async function editPlan(title) {
  await page.evaluate(() => window.lifecircle.actions.setWorkspace('plan'))
  // whoever comes to plan looks first, and the worker rehearses meanwhile
  await page.waitForTimeout(8000)
  const hasWalls = await page.evaluate(() =>
    window.lifecircle.project.getState().baseLayers.communities.some(({ gated }) => gated),
  )
  for (const [name, edit] of Object.entries(EDITS)) {
    if (name === 'a wall opened' && !hasWalls) continue
    await page.evaluate((name) => window.lifecircle.actions.createScenario(name), name)
    await untilIdle()
    if (PROFILE.includes('edit')) await cdp.send('Profiler.enable').then(() => cdp.send('Profiler.start'))
    const laps = []
    for (let i = 0; i < LAPS; i++) laps.push(await timeChange(() => page.evaluate(edit, i)))
    if (PROFILE.includes('edit')) await keepProfile(`${title}-${name}`)
    report(`${title}, ${name}`, laps, 'framed compare')
  }
  await page.evaluate(() => window.lifecircle.actions.setWorkspace('assess'))
}

async function keepProfile(title) {
  const { profile } = await cdp.send('Profiler.stop')
  writeFileSync(join(tmpdir(), `${title.replaceAll(/\W+/g, '-')}.cpuprofile`), JSON.stringify(profile))
}

await page.goto(`http://127.0.0.1:${PORT}/?debug`)
await page.waitForFunction(() => window.lifecircle?.results.getState().analysis != null)
await (await engineWorker()).evaluate(listenInWorker)
await untilIdle()
if (ONLY !== 'xihu') {
  await changeRules('demo')
  await editPlan('demo')
}
if (ONLY !== 'demo' && existsSync(XIHU)) {
  await page.getByTestId('open-files').setInputFiles(XIHU)
  await page.waitForFunction(
    () => window.lifecircle.project.getState().summary?.counts.communities > 1000,
    null,
    { timeout: 120_000 },
  )
  await untilIdle()
  await changeRules('Xihu')
  await editPlan('Xihu')
}
await browser.close()
