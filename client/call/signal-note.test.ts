import { expect, test } from 'vitest'
import { readSignalNote } from './signal-note.ts'
import { linkTo, offer } from './specimens.ts'

const candidate = { kind: 'candidate', candidate: 'x', sdpMid: '0', sdpMLineIndex: 0 }

test.each([
  ['an offer', offer],
  ['a candidate', candidate],
  ['the last candidate', { ...candidate, candidate: '', sdpMid: null, sdpMLineIndex: null }],
  ['a request', { kind: 'restart' }],
])('%s is read as the server would pass it', (_name, signal) => {
  expect(readSignalNote({ ...linkTo(2), signal, kind: 'signal' })).toEqual({
    type: 'signal',
    ...linkTo(2),
    signal,
  })
})

test.each([
  ['no signal', undefined],
  ['another kind', { kind: 'transceiver' }],
  ['no type of description', { ...offer, type: 'rollback' }],
  ['too long an offer', { ...offer, sdp: 'x'.repeat(32 * 1024 + 1) }],
  ['an offer without a number', { kind: 'description', type: 'offer', sdp: 'v=0' }],
  ['an offer with a broken number', { ...offer, number: 1.5 }],
  ['a candidate that is no text', { ...candidate, candidate: 1 }],
  ['a candidate at no place', { ...candidate, sdpMLineIndex: -1 }],
])('%s is dropped', (_name, signal) => {
  expect(readSignalNote({ ...linkTo(2), signal })).toBeNull()
})

test.each([
  ['no call', { ...linkTo(2), callId: undefined }],
  ['no attempt', { ...linkTo(2), attempt: 0 }],
  ['no appointment', { ...linkTo(2), appointmentId: 7 }],
])('a signal of %s is dropped', (_name, link) => {
  expect(readSignalNote({ ...link, signal: offer })).toBeNull()
})
