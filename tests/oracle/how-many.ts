/**
 * How many cases the oracle is asked. Every commit runs some of them; `ORACLE=full` runs all, which takes minutes:
 * `ORACLE=full npx vitest run tests/oracle --testTimeout 3600000`.
 */
export function howMany(all: number, some: number): number {
  return process.env.ORACLE === 'full' ? all : some
}
