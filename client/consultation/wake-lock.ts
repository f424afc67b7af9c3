/** Keeps the screen on while somebody waits or talks. The browser lets go whenever the page is hidden: taken again then. */
export interface WakeLock {
  hold(): void
  release(): void
}

/** `told` hears whether the screen may sleep although it is wished to stay on. */
export function createWakeLock(told: (maySleep: boolean) => void): WakeLock {
  let wished = false
  let sentinel: WakeLockSentinel | null = null

  const drop = () => {
    void sentinel?.release()
    sentinel = null
  }

  const take = async () => {
    if (!wished || document.visibilityState !== 'visible') return
    try {
      const lock = await navigator.wakeLock.request('screen')
      // Asked for twice, there is one already.
      drop()
      sentinel = lock
      if (!wished) drop()
      told(false)
    } catch {
      told(true)
    }
  }

  const retake = () => void take()

  return {
    hold() {
      if (wished) return
      wished = true
      document.addEventListener('visibilitychange', retake)
      void take()
    },
    release() {
      wished = false
      document.removeEventListener('visibilitychange', retake)
      drop()
    },
  }
}
