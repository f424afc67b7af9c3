/**
 * The way to the connections of the third seat. Most calls have no guest: what makes these connections is fetched when one
 * is let in, and what is said to it meanwhile waits here.
 */
import type { createGuestLinks, GuestLinks, GuestLinksOptions } from './guest-links.ts'

type GuestNews = Parameters<GuestLinks['hear']>[0]

export function createGuestDoor(
  options: GuestLinksOptions,
  load: () => Promise<typeof createGuestLinks> = loadGuestLinks,
): GuestLinks {
  let links: GuestLinks | null = null
  let isLoading = false
  let isClosed = false
  let kept: Parameters<GuestLinks['keep']> = [null, []]
  let waiting: GuestNews[] = []

  async function open(): Promise<void> {
    isLoading = true
    // What fails is tried again when the server next speaks of the guest.
    const create = await load().catch(() => null)
    isLoading = false
    if (create === null || isClosed) return
    links = create(options)
    links.devicesChanged()
    links.keep(...kept)
    for (const message of waiting.splice(0)) links.hear(message)
  }

  return {
    keep(...belonging) {
      kept = belonging
      if (links !== null) links.keep(...kept)
      else if (kept[0] === null) waiting = []
      else if (!isLoading) void open()
    },
    hear(message) {
      if (links !== null) links.hear(message)
      else if (kept[0] !== null) waiting.push(message)
    },
    nudge: (event) => links?.nudge(event),
    setTrack: (kind, track) => links?.setTrack(kind, track),
    devicesChanged: () => links?.devicesChanged(),
    close() {
      isClosed = true
      links?.close()
    },
  }
}

async function loadGuestLinks(): Promise<typeof createGuestLinks> {
  return (await import('./guest-links.ts')).createGuestLinks
}
