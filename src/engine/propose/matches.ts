/** Whether a key is among those asked for, or begins with one of them. */
export function matches(key: string, asked: readonly string[]): boolean {
  return asked.some((each) => key === each || key.startsWith(`${each}:`))
}
