/** Tells of another network before anything has gone silent. Where the browser does not know, the watchdog finds out. */

/** Network Information API: Chromium on Android has `type`, on a desktop only estimates, which change all the time. */
interface NetworkInformation extends EventTarget {
  readonly type?: string
}

/** Returns the function that stops it. */
export function onNetworkChange(listener: () => void): () => void {
  const stop = new AbortController()
  const { signal } = stop
  globalThis.addEventListener('online', listener, { signal })
  const { connection } = navigator as { readonly connection?: NetworkInformation }
  let type = connection?.type
  const compare = () => {
    if (connection?.type === type) return
    type = connection?.type
    listener()
  }
  connection?.addEventListener('change', compare, { signal })
  return () => stop.abort()
}
