/** The real ports of the desk: this browser and our own server. */
import { loadDeskDay, saveConsent, saveOutcome, seeCard } from '../api/desk.ts'
import { loadGuestLink, makeGuestLink, revokeGuestLink } from '../api/guest.ts'
import { ownAccessApi } from '../api/own-access.ts'
import { loadService } from '../api/service.ts'
import { loadMe, signOut, staffSignIn } from '../api/staff.ts'
import { createLive } from '../consultation/create-live.ts'
import { createPresenceMemory } from '../consultation/presence-memory.ts'
import { createWakeLock } from '../consultation/wake-lock.ts'
import { browserCare, createTabMemory } from '../rtc/browser-care.ts'
import { loadPeer } from '../rtc/load-peer.ts'
import { isMediaGranted, openMedia } from '../rtc/media.ts'
import { createSounds } from '../rtc/sound.ts'
import { answerChecks } from '../trust/answer-checks.ts'
import type { DeskAppPorts } from './desk-app.ts'

/** For this tab alone: a new one begins with its own device check. */
const startedKey = 'visite.desk.started'

export function createPorts(): DeskAppPorts {
  const sounds = createSounds()
  // A browser plays nothing before a tap, and a tablet that slept needs another.
  addEventListener('pointerdown', () => sounds.unlock())
  answerChecks()
  return {
    signIn: staffSignIn('desk'),
    ownAccess: ownAccessApi,
    devices: {
      openMedia: (chosen) => openMedia({ camera: true, chosen }),
      care: browserCare(createTabMemory()),
      soundContext: () => sounds.context(),
    },
    loadMe: () => loadMe(),
    loadService: () => loadService(),
    loadDay: () => loadDeskDay(),
    saveOutcome: (appointmentId, outcome) => saveOutcome(appointmentId, { outcome }),
    saveConsent,
    guests: { load: loadGuestLink, make: makeGuestLink, revoke: revokeGuestLink },
    seeCard,
    signOut,
    openLive(onAgendaChanged) {
      // The first call does not wait for a download; what fails now is tried again then.
      loadPeer().catch(() => {})
      return createLive({
        participant: 'physician',
        onAgendaChanged,
        rememberPresence: createPresenceMemory,
      })
    },
    mayResume: async () => sessionStorage.getItem(startedKey) !== null && (await isMediaGranted()),
    rememberStarted: () => sessionStorage.setItem(startedKey, 'yes'),
    // Where the screen may not be kept on, a desk's own settings do it: nothing to say.
    wakeLock: createWakeLock(() => {}),
    chime: () => sounds.play('arrival'),
    now: () => Date.now(),
  }
}
