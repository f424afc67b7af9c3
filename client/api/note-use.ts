/**
 * A page on which somebody types and points is in use, though it asks the server for nothing: its socket tells it all. So that
 * the server does not end its login as unused (after two hours), it asks who is signed in, now and then, while it is used.
 */

/** Well below the two hours, and seldom enough to cost nothing. */
export const noteUseEveryMs = 10 * 60_000

export interface UseWatch {
  readonly target: Pick<EventTarget, 'addEventListener'>
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Any request that a login is needed for. */
  readonly ask: () => Promise<unknown>
}

/** Begins to watch. Nothing is asked while nobody touches the page: a screen that was left is signed out. */
export function watchUse({ target, now, ask }: UseWatch): void {
  // Whoever opened the page has just asked.
  let askedAt = now()
  const note = () => {
    if (now() - askedAt < noteUseEveryMs) return
    askedAt = now()
    // Who is signed out meanwhile learns it by what they do next.
    ask().catch(() => null)
  }
  for (const act of ['keydown', 'pointerdown', 'pointermove', 'wheel'])
    target.addEventListener(act, note, { passive: true, capture: true })
}
