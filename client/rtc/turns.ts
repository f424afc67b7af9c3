/** One task at a time, in the order in which they were asked for. After the end a task that waits is left out. */
export function createTurns(isOver: () => boolean) {
  let turn = Promise.resolve()
  return <T>(task: () => Promise<T>): Promise<T | undefined> => {
    const done = turn.then(() => (isOver() ? undefined : task()))
    turn = done.then(
      () => undefined,
      () => undefined,
    )
    return done
  }
}
