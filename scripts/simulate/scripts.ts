/** What people are doing. */
export type Scripts = ReturnType<typeof createScripts>

/** Each script comes to its end before the day does, or says why not. */
export function createScripts() {
  const running = new Set<string>()
  const broken: string[] = []
  let last = 0
  return {
    start(name: string, script: () => Promise<void>): void {
      const key = `${name} (${++last})`
      running.add(key)
      script()
        .catch((error: unknown) => void broken.push(`${name}: ${String(error)}`))
        .finally(() => running.delete(key))
    },
    complaints: () => [...broken, ...[...running].map((name) => `${name} did not come to an end`)],
  }
}
