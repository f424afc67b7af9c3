/** Firefox ESR and Chromium in one call, each in its own network, each once at either end: a cut, and a recovery. */
import { afterEach, describe, expect, test } from 'vitest'
import { inEnglish } from '../journey/acts.ts'
import { openBrowser, openPerson } from '../journey/browser.ts'
import { firefoxPath, openFirefox } from '../journey/firefox.ts'
import { readLinks } from '../journey/links.ts'
import { createClosing, talk, type Pair } from '../journey/scene.ts'
import {
  canOpenLab,
  clients,
  openLaboratory,
  serverPort,
  suffer,
  type Lab,
  type Laboratory,
} from './lab.ts'
import { observerScript } from './observed.ts'
import { goals } from './goals.ts'
import type { Client } from './networks.ts'

const closing = createClosing()
afterEach(() => closing.now())

const viewports = { worker: { width: 360, height: 740 }, physician: { width: 1280, height: 800 } }

describe.skipIf(!canOpenLab || firefoxPath === null)('Firefox and Chromium', () => {
  test.each(clients)(
    'talk, are cut for 5 s and talk again: Firefox is the %s’s',
    async (firefoxSide) => {
      const laboratory = await openLaboratory(closing)
      const atWorker = firefoxSide === 'worker' ? atFirefox : atChromium
      const atPhysician = firefoxSide === 'worker' ? atChromium : atFirefox
      const worker = await atWorker(laboratory, 'worker')
      const physician = await atPhysician(laboratory, 'physician')
      const lab: Lab<Pair> = { ...laboratory, scene: { worker, physician } }
      await talk(lab.scene)

      const both = await suffer(lab, goals['outage-5'].fault(firefoxSide))
      for (const side of clients) {
        const { ended, beepBackMs, steadyMs } = both[side]
        const told = JSON.stringify({ side, ...both[side] })
        expect(ended, told).toBe(false)
        expect(beepBackMs, told).not.toBeNull()
        // Firefox sends again what it had sent into the void: the other side's picture was steady after 0.1 to 2.7 s (measured).
        expect(steadyMs ?? Number.POSITIVE_INFINITY, told).toBeLessThanOrEqual(4_000)
      }
      // A socket that found no network is told on the console, by the browser itself.
      const broken = [...worker.complaints, ...physician.complaints]
      expect(broken.filter((complaint) => !/wss?:\/\//.test(complaint))).toEqual([])
    },
  )
})

function linkOf({ visite }: Laboratory, side: Client): string {
  const { workers, physicians } = readLinks(visite.output())
  return side === 'worker' ? inEnglish(workers[0] ?? '') : (physicians[0] ?? '')
}

async function atFirefox(laboratory: Laboratory, side: Client) {
  laboratory.networks.bringLocalhost(side, serverPort)
  const person = await openFirefox(linkOf(laboratory, side), {
    inside: laboratory.networks.inside[side],
    viewport: viewports[side],
    script: observerScript,
  })
  closing.later(() => person.close())
  return person
}

async function atChromium(laboratory: Laboratory, side: Client) {
  const { inside, serverAddress } = laboratory.networks
  const browser = await openBrowser({ inside: inside[side], localhostIs: serverAddress })
  closing.later(() => browser.close())
  return openPerson(browser, linkOf(laboratory, side), {
    viewport: viewports[side],
    script: observerScript,
  })
}
