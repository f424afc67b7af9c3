/** Whatever the server says, and in whatever order: a worker's page sends nothing before its person pressed. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ServerMessage } from '../../signaling/protocol/messages.ts'
import {
  appointmentId,
  callId,
  linkTo,
  offer,
  opened,
  otherAppointmentId,
  otherCallId,
  ringId,
} from '../call/specimens.ts'
import { serverTime } from '../connection/fake-socket.ts'
import { createSendingPage, type SendingPage } from './fake-page.ts'
import { openCall, ringing, viewOf } from './specimens.ts'

type Deed = readonly [name: string, act: (page: SendingPage) => void]

const calls = [null, openCall(), openCall({ workerIn: false })]
const views = [ringing, null].flatMap((ring) => calls.map((call) => viewOf({ ring, call })))
const view = fc.constantFrom(...views)
const call = fc.constantFrom(callId, otherCallId)
const attempt = fc.integer({ min: 1, max: 3 })

/** All that a server can say of a call, true or not. */
const said: fc.Arbitrary<ServerMessage> = fc.oneof(
  view.map((consultation): ServerMessage => ({ type: 'consultation', consultation })),
  fc
    .tuple(fc.array(view, { maxLength: 1 }), fc.boolean())
    .map(([consultations, resumed]): ServerMessage => ({
      type: 'welcome',
      participant: 'worker',
      serverTime,
      conversation: 'conversation-0001',
      resumed,
      consultations,
    })),
  fc
    .tuple(attempt, call, fc.boolean())
    .map(([number, id, initiator]) => opened(number, id, initiator)),
  fc.tuple(attempt, call, fc.boolean()).map(([number, id, quiet]): ServerMessage => ({
    ...opened(number, id, false),
    type: 'standby-opened',
    quiet,
  })),
  call.map((id): ServerMessage => ({ type: 'standby-closed', appointmentId, callId: id })),
  attempt.map((number): ServerMessage => ({ type: 'signal', ...linkTo(number), signal: offer })),
  call.map((id): ServerMessage => ({
    type: 'ice-servers',
    appointmentId,
    callId: id,
    iceServers: [],
  })),
  fc
    .constantFrom('answer', 'rejoin', 'renew')
    .map((about): ServerMessage => ({ type: 'refused', code: 'call-over', about, appointmentId })),
  fc.constant<ServerMessage>({
    type: 'guest-connection-opened',
    appointmentId,
    admissionId: 'admission-00000001',
    with: 'guest',
    attempt: 1,
    initiator: true,
    iceServers: [],
    iceTransportPolicy: 'all',
  }),
  fc.boolean().map((inCall): ServerMessage => ({ type: 'elsewhere', inCall })),
)

/** What the other page, whoever wrote it, can say over a connection. */
const texts = fc.constantFrom(
  ringId,
  JSON.stringify({ kind: 'answer', ringId }),
  JSON.stringify({ kind: 'signal', type: 'signal', ...linkTo(1), signal: offer }),
)

/** All but an answer and a return. */
const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 6,
    arbitrary: said.map((message): Deed => [
      `hears ${JSON.stringify(message)}`,
      ({ network }) => network.last.hear(message),
    ]),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom<Deed[]>(
      ['devices work', (page) => page.useDevices()],
      ['ready', ({ live }) => live.reportReadiness('ready', true)],
      ['ring shown', ({ live }) => live.ringShown(appointmentId)],
      ['defers', ({ live }) => live.defer(appointmentId)],
      ['hangs up', ({ live }) => live.hangUp()],
      ['pauses', ({ live }) => live.setPaused(true)],
      ['goes on', ({ live }) => live.setPaused(false)],
      ['camera', ({ live }) => live.setCamera(true)],
      ['goes on here', ({ live }) => live.takeOver()],
      ['answers another', ({ live }) => live.answer(otherAppointmentId, { camera: true })],
    ),
  },
  {
    weight: 2,
    arbitrary: fc.oneof(
      fc
        .constantFrom('connected' as const, 'channel-opened' as const, 'failed' as const)
        .map((type): Deed => [
          type,
          ({ peers }) => {
            for (const peer of peers) {
              peer.isConnected = true
              peer.options.tell({ type })
            }
          },
        ]),
      texts.map((text): Deed => [
        `is told ${text}`,
        ({ peers }) => {
          for (const { options } of peers) options.tell({ type: 'text', text })
        },
      ]),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Deed[]>(
      ['line lost', ({ network }) => network.last.close(1006)],
      [
        'line back',
        ({ network }) => {
          network.wake()
          network.last.open()
        },
      ],
      ['4 s', ({ network }) => network.timers.advance(4_000)],
    ),
  },
)

function walk(page: SendingPage, deeds: readonly Deed[]): void {
  for (const [, act] of deeds) {
    act(page)
    expect(page.isSending()).toBe(false)
  }
}

function openPage(): SendingPage {
  const page = createSendingPage('worker', 'page-0000000000001')
  page.network.last.open()
  return page
}

test('a worker’s page that was not answered sends nothing, whatever it hears', () => {
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 40 }), (deeds) => {
      const page = openPage()
      walk(page, deeds)
      page.live.close()
    }),
    { numRuns: 150 },
  )
})

test('it sends nothing after its person hung up, whatever it hears', () => {
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 30 }), fc.boolean(), (deeds, opens) => {
      const page = openPage()
      const hear = (message: ServerMessage) => page.network.last.hear(message)
      page.useDevices()
      hear({ ...opened(1, callId, false), type: 'standby-opened', quiet: false })
      for (const peer of page.peers) peer.isConnected = true
      for (const consultation of views.slice(0, 1)) hear({ type: 'consultation', consultation })
      page.live.answer(appointmentId, { camera: true })
      expect(page.isSending()).toBe(true)
      if (opens) hear(opened(1, callId, false))
      page.live.hangUp()
      expect(page.isSending()).toBe(false)
      walk(page, deeds)
      page.live.close()
    }),
    { numRuns: 150 },
  )
})
