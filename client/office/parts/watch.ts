import type { ReactiveControllerHost } from 'lit'

/** The outbox works every few seconds: a mail that waits now has left by the next look. */
const pauseMs = 4000

/** The server asks the relay as often (`relay-watch.ts` adds up): its end is known within a minute. */
export const unhurriedMs = 15_000

/** Lets an element look again and again while there is something to wait for and somebody can see it. */
export function watch(
  host: ReactiveControllerHost,
  isWaiting: () => boolean,
  look: () => void,
  everyMs = pauseMs,
): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const lookIfSeen = () => {
    timer = undefined
    if (document.visibilityState === 'visible') look()
    else document.addEventListener('visibilitychange', look, { once: true })
  }
  host.addController({
    hostUpdated() {
      if (timer === undefined && isWaiting()) timer = setTimeout(lookIfSeen, everyMs)
    },
    hostDisconnected() {
      clearTimeout(timer)
      timer = undefined
      document.removeEventListener('visibilitychange', look)
    },
  })
}
