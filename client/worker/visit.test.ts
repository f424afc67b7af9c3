import { describe, expect, test } from 'vitest'
import { createFakeCare } from '../rtc/fake-care.ts'
import type { ConsultationView } from '../../signaling/protocol/consultation.ts'
import type { MyAppointment } from '../../signaling/protocol/my-appointment.ts'
import { ApiError } from '../api/request.ts'
import type { Live, LiveState } from '../consultation/live.ts'
import { closedDoor } from '../sharing/closed-door.ts'
import { sampleAppointment, sampleCall, sampleInCall, sampleLive, sampleRing } from './samples.ts'
import { screenOf } from './screen.ts'
import { createVisit, type VisitPorts } from './visit.ts'

interface World {
  readonly token?: string
  readonly appointment?: MyAppointment
  readonly error?: ApiError
  readonly blocked?: boolean
  readonly remembered?: string
  readonly granted?: boolean
  /** The browser asks, and answers only when the test says so. */
  readonly slow?: boolean
}

/** A visit in a world of fakes; `told` keeps what was asked of them, in order. */
function createWorld(world: World = {}) {
  const told: string[] = []
  const timers: (() => void)[] = []
  let remembered = world.remembered ?? null
  let token = world.token ?? null
  let appointment = world.appointment ?? sampleAppointment
  const reply = (what: string) => () => {
    told.push(what)
    return world.error === undefined ? Promise.resolve(appointment) : Promise.reject(world.error)
  }
  const live = createFakeLive(told)
  let answerBrowser = () => {}
  const answered = world.slow
    ? new Promise<void>((resolve) => (answerBrowser = resolve))
    : Promise.resolve()
  const off = { stop: () => told.push('devices off') }
  const stream = {
    getTracks: () => (world.slow ? [off] : []),
    getVideoTracks: () => [{}],
    getAudioTracks: () => [{}],
  }
  const ports: VisitPorts = {
    api: {
      look: reply('look'),
      enter: reply('enter'),
      preferInPerson: reply('in-person'),
      mine: reply('mine'),
      service: () => Promise.resolve(sampleAppointment.service),
    },
    link: {
      token: () => token,
      forget: () => {
        token = null
        told.push('forget the link')
      },
    },
    memory: { read: () => remembered, write: (callId) => (remembered = callId) },
    page: {
      isVisible: () => true,
      isMediaGranted: () => Promise.resolve(world.granted ?? false),
      vibrate: () => {},
      now: () => 0,
    },
    later(_, callback) {
      timers.push(callback)
      return () => {}
    },
    sounds: {
      unlock: () => told.push('unlock'),
      isUnlocked: () => true,
      context: () => null,
      play: (name) => told.push(`play ${name}`),
      playRingSample: () => {},
      startRing: () => told.push('sound on'),
      stopRing: () => told.push('sound off'),
    },
    createWakeLock: () => ({ hold: () => {}, release: () => {} }),
    async openMedia() {
      told.push('open media')
      await answered
      return world.blocked
        ? { ok: false, reason: 'refused' }
        : { ok: true, stream: stream as unknown as MediaStream, missing: null }
    },
    care: createFakeCare().ports,
    openLive: () => Promise.resolve(live.live),
  }
  const visit = createVisit(ports)
  return {
    visit,
    told,
    live,
    screen: () => screenOf(visit.state, true),
    remembered: () => remembered,
    change: (part: Partial<MyAppointment>) => (appointment = { ...appointment, ...part }),
    answerBrowser: () => answerBrowser(),
    runTimers: () => timers.splice(0).forEach((run) => run()),
    clear: () => told.splice(0),
  }
}

function createFakeLive(told: string[]) {
  let state: LiveState = sampleLive()
  let changed = () => {}
  const tell = (what: string) => () => told.push(what)
  const live: Live = {
    get state() {
      return state
    },
    recoveries: [],
    stages: null,
    subscribe(listener) {
      changed = listener
      listener()
      return () => {}
    },
    useStream: (stream) => told.push(stream === null ? 'no stream' : 'stream'),
    reportReadiness: (readiness) => told.push(readiness),
    answer: (_, { camera }) => told.push(camera ? 'answer with camera' : 'answer'),
    takeOver: tell('take over'),
    ring: tell('ring'),
    stopRing: tell('stop ring'),
    ringShown: tell('ring shown'),
    defer: tell('defer'),
    rejoin: tell('rejoin'),
    hangUp: tell('hang up'),
    setMicrophone: tell('microphone'),
    setCamera: tell('camera'),
    setPaused: tell('paused'),
    tellTroubles: (troubles) => troubles.forEach((trouble) => told.push(trouble)),
    aboutGuest: tell('about guest'),
    setNeedsPicture: tell('needs picture'),
    replaceTrack: tell('replace track'),
    sharing: closedDoor,
    close: tell('close'),
  }
  return {
    live,
    to(consultation: Partial<ConsultationView>, rest: Partial<LiveState> = {}) {
      state = sampleLive(consultation, rest)
      changed()
    },
  }
}

/** Lets everything that is under way settle. */
const settled = async () => {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve()
}

async function waitingWorld(world: World = {}) {
  const made = createWorld(world)
  await made.visit.load()
  await settled()
  await made.visit.turnOn(true)
  made.clear()
  return made
}

describe('a worker who signs or reads lips, as the office noted', () => {
  test('has a call that begins with the picture before all', async () => {
    const { told, visit, change } = createWorld()
    change({ needsPicture: true })
    await visit.load()
    await settled()
    expect(told).toContain('needs picture')
  })
})

describe('arriving', () => {
  test('opening the link only looks', async () => {
    const { visit, told, screen } = createWorld({ token: 'token' })
    await visit.load()
    expect(told).toEqual(['look'])
    expect(screen()).toBe('arrival')
  })

  test('the tap enters and takes the token out of the address', async () => {
    const { visit, told, screen } = createWorld({ token: 'token' })
    await visit.load()
    await visit.enter()
    expect(told.slice(0, 3)).toEqual(['look', 'enter', 'forget the link'])
    await settled()
    expect(screen()).toBe('camera')
  })

  test('a reload without a token asks with the login', async () => {
    const { visit, told, screen } = createWorld()
    await visit.load()
    await settled()
    expect(told[0]).toBe('mine')
    expect(screen()).toBe('camera')
  })

  test.each(['link-not-valid', 'signed-out'] as const)('%s is one uniform page', async (code) => {
    const { visit, screen } = createWorld({ token: 'token', error: new ApiError(code) })
    await visit.load()
    expect(screen()).toBe('not-valid')
  })

  test.each(['offline', 'unavailable', 'internal'] as const)(
    '%s can be tried again',
    async (code) => {
      const { visit, screen } = createWorld({ token: 'token', error: new ApiError(code) })
      await visit.load()
      expect(screen()).toBe('unreachable')
    },
  )

  test('the waiting room opens by itself under who came early', async () => {
    const early = { ...sampleAppointment, state: 'upcoming' } as const
    const { visit, screen, change, runTimers } = createWorld({ appointment: early })
    await visit.load()
    expect(screen()).toBe('arrival')
    change({ state: 'open' })
    runTimers()
    await settled()
    expect(screen()).toBe('camera')
  })
})

describe('the ring', () => {
  test('sounds once, and stops as soon as the server says so', async () => {
    const { live, told } = await waitingWorld()
    live.to({ ring: sampleRing })
    live.to({ ring: { ...sampleRing, shown: true } })
    expect(told.filter((what) => what === 'sound on')).toHaveLength(1)
    live.to({})
    expect(told.at(-1)).toBe('sound off')
  })

  test('answering silences it at once and answers once', async () => {
    const { live, told, visit, screen } = await waitingWorld()
    live.to({ ring: sampleRing })
    await visit.answer(true)
    live.to({ ring: { ...sampleRing, shown: true } })
    expect(told.filter((what) => what === 'answer with camera')).toHaveLength(1)
    // What takes time comes behind the word to the server.
    expect(told.lastIndexOf('sound off')).toBeGreaterThan(told.indexOf('answer with camera'))
    expect(told.lastIndexOf('sound off')).toBeGreaterThan(told.lastIndexOf('sound on'))
    expect(screen()).toBe('ring')
    live.to({ call: sampleCall }, { call: sampleInCall })
    expect(screen()).toBe('call')
  })

  test('answering opens the devices first where they were not asked for', async () => {
    const { live, told, visit } = createWorld()
    await visit.load()
    await settled()
    live.to({ ring: sampleRing })
    await visit.answer(true)
    expect(told.indexOf('open media')).toBeLessThan(told.indexOf('answer with camera'))
  })

  test('blocked devices do not answer; the steps are shown', async () => {
    const { live, told, visit, screen } = createWorld({ blocked: true })
    await visit.load()
    await settled()
    live.to({ ring: sampleRing })
    await visit.answer(true)
    expect(told).not.toContain('answer with camera')
    expect(told).toContain('blocked')
    expect(screen()).toBe('camera')
  })

  test('two more minutes lead back to the waiting room', async () => {
    const { live, told, visit, screen } = await waitingWorld()
    live.to({ ring: sampleRing })
    visit.defer()
    expect(told).toContain('defer')
    expect(screen()).toBe('waiting')
  })

  test('is told as shown once', async () => {
    const { live, told, visit } = await waitingWorld()
    live.to({ ring: sampleRing })
    visit.ringShown()
    visit.ringShown()
    expect(told.filter((what) => what === 'ring shown')).toHaveLength(1)
  })
})

describe('the call', () => {
  test('leaving lets go of the devices and offers the way back', async () => {
    const { live, told, visit, screen, remembered } = await waitingWorld()
    live.to({ call: sampleCall }, { call: sampleInCall })
    visit.leave()
    live.to({ call: { ...sampleCall, workerIn: false } })
    expect(told).toContain('hang up')
    expect(visit.state.media.phase).toBe('untouched')
    expect(remembered()).toBe(null)
    expect(screen()).toBe('after')
    await visit.returnToCall()
    expect(told.filter((what) => what === 'rejoin')).toHaveLength(1)
  })

  test('a reload in a call leads back into it without a tap where the browser allows', async () => {
    const { live, told, visit } = createWorld({ remembered: sampleCall.id, granted: true })
    live.to({ call: sampleCall })
    await visit.load()
    await settled()
    expect(told).toContain('rejoin')
  })

  test('a reload after leaving on purpose does not', async () => {
    const { live, told, visit, screen } = createWorld({ granted: true })
    live.to({ call: { ...sampleCall, workerIn: false } })
    await visit.load()
    await settled()
    expect(told).not.toContain('rejoin')
    expect(screen()).toBe('after')
  })

  test('leaving is not undone by states that still show the call', async () => {
    const { live, told, visit } = await waitingWorld()
    live.to({ call: sampleCall }, { call: sampleInCall })
    visit.leave()
    live.to({ call: sampleCall }, { call: sampleInCall })
    live.to({ call: sampleCall })
    expect(told).not.toContain('rejoin')
  })

  test('a window that was replaced gives the camera back and does not rejoin', async () => {
    const { live, told, visit, screen } = await waitingWorld()
    live.to({ call: sampleCall }, { call: sampleInCall })
    live.to({ call: sampleCall }, { line: { phase: 'replaced' } })
    expect(visit.state.media.phase).toBe('untouched')
    expect(told).not.toContain('rejoin')
    expect(screen()).toBe('replaced')
  })

  test('a second device takes the call over at one tap, and goes in once the line says so', async () => {
    const { live, told, visit, screen } = createWorld()
    live.to({}, { line: { phase: 'elsewhere', inCall: true }, consultations: new Map() })
    await visit.load()
    await settled()
    expect(screen()).toBe('elsewhere')
    visit.takeOver()
    await settled()
    expect(visit.state.media.phase).toBe('open')
    expect(told).toContain('take over')
    expect(told).not.toContain('rejoin')
    live.to({ call: { ...sampleCall, workerIn: false } })
    expect(told.filter((each) => each === 'rejoin')).toEqual(['rejoin'])
  })

  test('a second device that takes over where there is no call asks for the camera first', async () => {
    const { live, visit } = createWorld()
    live.to({}, { line: { phase: 'elsewhere', inCall: false }, consultations: new Map() })
    await visit.load()
    await settled()
    visit.takeOver()
    await settled()
    expect(visit.state.media.phase).toBe('untouched')
  })

  test('a window that was replaced takes the call back', async () => {
    const { live, told, visit } = await waitingWorld()
    live.to({ call: sampleCall }, { call: sampleInCall })
    live.to({ call: sampleCall }, { line: { phase: 'replaced' } })
    visit.takeOver()
    await settled()
    expect(told).not.toContain('rejoin')
    live.to({ call: { ...sampleCall, workerIn: false } })
    expect(told).toContain('rejoin')
  })

  test('its end lets go of the devices', async () => {
    const { live, told, visit, screen } = await waitingWorld()
    live.to({ call: sampleCall }, { call: sampleInCall })
    const endedAt = '2026-11-24T08:10:00.000Z'
    live.to({ call: { phase: 'ended', id: sampleCall.id, endedAt, reason: 'physician-ended' } })
    expect(told).toContain('play end')
    expect(visit.state.media.phase).toBe('untouched')
    expect(screen()).toBe('after')
  })
})

test('a camera that comes after the goodbye goes off again at once', async () => {
  const { visit, told, answerBrowser, change } = createWorld({ slow: true })
  await visit.load()
  await settled()
  void visit.turnOn(true)
  change({ state: 'in-person' })
  await visit.preferInPerson()
  answerBrowser()
  await settled()
  expect(visit.state.media.phase).toBe('untouched')
  expect(told).toContain('devices off')
})

test('a visit in person is one request from any screen', async () => {
  const { visit, told, screen, change } = await waitingWorld()
  change({ state: 'in-person' })
  await visit.preferInPerson()
  expect(told).toContain('in-person')
  expect(screen()).toBe('in-person')
  expect(visit.state.media.phase).toBe('untouched')
})
