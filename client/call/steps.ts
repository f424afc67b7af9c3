/** Small words that every part of the call's machine uses. */
import type { CallEffect, CallEvent, CallState, Deadline, Link } from './call-state.ts'

/** `effects` are to be carried out in this order. */
export interface Step<State extends CallState = CallState> {
  readonly state: State
  readonly effects: readonly CallEffect[]
}

export type EventOf<T extends CallEvent['type']> = Extract<CallEvent, { type: T }>

export function ignore<State extends CallState>(state: State): Step<State> {
  return { state, effects: [] }
}

/** Nothing is to be done about it but to know. */
export function become<State extends CallState>(state: State): Step<State> {
  return { state, effects: [] }
}

export function arm(of: Deadline, ms: number): CallEffect {
  return { type: 'arm-deadline', of, ms }
}

export function linkOf({ appointmentId, callId, attempt }: Link): Link {
  return { appointmentId, callId, attempt }
}

export function callOf({ appointmentId, callId }: Omit<Link, 'attempt'>) {
  return { appointmentId, callId }
}

export function isSameCall(one: Omit<Link, 'attempt'>, other: Omit<Link, 'attempt'>): boolean {
  return one.appointmentId === other.appointmentId && one.callId === other.callId
}

export function isSameLink(one: Link, other: Link): boolean {
  return isSameCall(one, other) && one.attempt === other.attempt
}

export function isCallOver(call: Omit<Link, 'attempt'>, over: EventOf<'call-over'>): boolean {
  if (over.appointmentId !== call.appointmentId) return false
  return over.callId === null || over.callId === call.callId
}
