/** The end of the process: orderly on the first signal, at once on the second. */

/** A service manager's patience is longer, a person's is not. */
const withinMs = 5000

/** Ends the process with 0 once everything is closed. */
export function closeOnSignal(server: { close(): Promise<void> }): void {
  let closing = false
  const close = () => {
    if (closing) process.exit(1)
    closing = true
    setTimeout(() => process.exit(1), withinMs).unref()
    server.close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error)
        process.exit(1)
      },
    )
  }
  process.on('SIGTERM', close)
  process.on('SIGINT', close)
}
