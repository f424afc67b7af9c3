/** The real ports of a visit: this browser and our own server. */
import { enterByCallLink, lookAtCallLink, preferInPersonByCallLink } from '../api/call-link.ts'
import { loadMyAppointment, preferInPerson } from '../api/my-appointment.ts'
import { loadService } from '../api/service.ts'
import { browserCare, createTabMemory } from '../rtc/browser-care.ts'
import { isMediaGranted, openMedia } from '../rtc/media.ts'
import { createSounds } from '../rtc/sound.ts'
import { tokenIn } from '../ui/link-token.ts'
import { openLive } from './open-live.ts'
import type { VisitPorts } from './visit.ts'
import { createWakeLock } from '../consultation/wake-lock.ts'

const memoryKey = 'visite.call'

export function createPorts(): VisitPorts {
  return {
    api: {
      look: lookAtCallLink,
      enter: enterByCallLink,
      preferInPerson: (token) =>
        token === null ? preferInPerson() : preferInPersonByCallLink(token),
      mine: loadMyAppointment,
      service: loadService,
    },
    link: {
      token: () => tokenIn(location.hash),
      forget: () => history.replaceState(null, '', location.pathname + location.search),
    },
    memory: {
      read: () => sessionStorage.getItem(memoryKey),
      write(callId) {
        if (callId === null) sessionStorage.removeItem(memoryKey)
        else sessionStorage.setItem(memoryKey, callId)
      },
    },
    page: {
      isVisible: () => document.visibilityState === 'visible',
      isMediaGranted,
      vibrate: (pattern) => navigator.vibrate?.([...pattern]),
      now: () => Date.now(),
    },
    later(ms, callback) {
      const timer = setTimeout(callback, ms)
      return () => clearTimeout(timer)
    },
    sounds: createSounds(),
    createWakeLock,
    openMedia: (wishes) => openMedia(wishes),
    care: browserCare(createTabMemory()),
    openLive,
  }
}
