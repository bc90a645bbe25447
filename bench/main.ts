/**
 * Runs the benches: `npm run bench`, or `npm run bench -- search` for those whose name begins so. Every bench
 * is seeded, asserts its answers, and prints figures of this machine beside the targets; ratios within one
 * run are what to compare between runs.
 */
export interface Bench {
  run(print: (line: string) => void): Promise<void> | void
}

const benches = import.meta.glob<Bench>('./*.bench.ts')
const wanted = process.argv[2] ?? ''
let count = 0
for (const path of Object.keys(benches).sort()) {
  const name = path.replace('./', '').replace('.bench.ts', '')
  if (!name.startsWith(wanted)) continue
  process.stdout.write(`\n${name}\n`)
  const bench = await benches[path]()
  await bench.run((line) => process.stdout.write(`  ${line}\n`))
  count++
}
if (count === 0) {
  process.stderr.write(`no bench begins with "${wanted}"\n`)
  process.exitCode = 2
}
