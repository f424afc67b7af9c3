/** Tells of another network before anything has gone silent. Where the browser does not know, the watchdog finds out. */

/** Chromium on Android has `type`, on a desktop only estimates, which change all the time. */
interface NetworkInformation extends EventTarget {
  readonly type?: string
}

/** Network Information API (WICG), which the DOM types do not have. Chromium only. */
export function networkInformation(): NetworkInformation | undefined {
  return (navigator as { readonly connection?: NetworkInformation }).connection
}

/** Returns the function that stops it. */
export function onNetworkChange(listener: () => void): () => void {
  const stop = new AbortController()
  const { signal } = stop
  globalThis.addEventListener('online', listener, { signal })
  const connection = networkInformation()
  let type = connection?.type
  const compare = () => {
    if (connection?.type === type) return
    type = connection?.type
    listener()
  }
  connection?.addEventListener('change', compare, { signal })
  return () => stop.abort()
}
