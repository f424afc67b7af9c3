/**
 * Puts the icons that the pages use into each page, once, as symbols: no request of their own, and no icon that nobody
 * shows. `client/ui/icon.ts` refers to them by name.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Plugin } from 'vite'

export function iconSprite(names: readonly string[]): Plugin {
  const sprite = renderSprite(names)
  return {
    name: 'visite:icon-sprite',
    transformIndexHtml: (html) => html.replace(/<body[^>]*>/, (body) => `${body}\n    ${sprite}`),
  }
}

function renderSprite(names: readonly string[]): string {
  const require = createRequire(import.meta.url)
  const symbols = names.map((name) => {
    const source = readFileSync(require.resolve(`lucide-static/icons/${name}.svg`), 'utf8')
    const start = source.indexOf('>', source.indexOf('<svg')) + 1
    const shapes = source.slice(start, source.lastIndexOf('</svg>'))
    return `<symbol id="icon-${name}" viewBox="0 0 24 24">${shapes.replaceAll(/\s*\n\s*/g, '')}</symbol>`
  })
  return `<svg hidden>${symbols.join('')}</svg>`
}
