/**
 * Leaves out what simple-peer tells a debugger at every step: here nobody listens (`client/rtc/simple-peer-shims/debug.cjs`),
 * and the words would be a tenth of the library.
 */
import type { Plugin } from 'vite'

const library = /\/simple-peer\/index\.js$/

/** Whole statements on lines of their own; their arguments hold no call within a call. */
const statement = /^ *(?:this|self)\._debug\((?:[^()]|\([^()]*\))*\)\n/gm

export function quietPeer(): Plugin {
  return {
    name: 'visite:quiet-peer',
    transform: {
      filter: { id: library },
      handler: (code) => ({ code: quieten(code), map: null }),
    },
  }
}

/** Refuses a library that is written otherwise: then this file is to be looked at again. */
export function quieten(code: string): string {
  const quiet = code.replace(statement, '')
  if (quiet === code || /\._debug\(/.test(quiet)) {
    throw new Error('simple-peer is not written as expected: see scripts/build/quiet-peer.ts')
  }
  return quiet
}
