/** Until the browser has taken the bytes over: measured in Chromium, far less is enough. */
const takenMs = 60_000

/** Stores it on this device under the name, as a download: it never opens as a page of ours. */
export function saveBlob(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), takenMs)
}
