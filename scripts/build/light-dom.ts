/**
 * Leaves out of Lit what puts styles into shadow roots: no element here has one, and a phone would fetch it for nothing.
 */
import type { Plugin } from 'vite'

const file = /\/@lit\/reactive-element\/css-tag\.js$/

/** All names that Lit takes from that file: the build fails when one is missing. */
const stub = `
export const supportsAdoptingStyleSheets = false
export const getCompatibleStyle = (style) => style
export const adoptStyles = () => {}
export const unsafeCSS = () => {}
export const css = () => {}
export class CSSResult {}
`

export function lightDom(): Plugin {
  return {
    name: 'visite:light-dom',
    apply: 'build',
    load: { filter: { id: file }, handler: () => stub },
  }
}
