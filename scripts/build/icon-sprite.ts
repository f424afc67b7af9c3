/** Gathers the icons that the pages use into one file, `/icons.svg`: one request, and no icon that nobody shows. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Plugin } from 'vite'

export function iconSprite(names: readonly string[]): Plugin {
  const require = createRequire(import.meta.url)
  const render = () => {
    const symbols = names.map((name) => {
      const source = readFileSync(require.resolve(`lucide-static/icons/${name}.svg`), 'utf8')
      const shapes = source.slice(
        source.indexOf('>', source.indexOf('<svg')) + 1,
        source.lastIndexOf('</svg>'),
      )
      return `<symbol id="${name}" viewBox="0 0 24 24">${shapes.replaceAll(/\s*\n\s*/g, '')}</symbol>`
    })
    return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>`
  }
  return {
    name: 'visite:icon-sprite',
    applyToEnvironment: (environment) => environment.name === 'client',
    configureServer(server) {
      server.middlewares.use('/icons.svg', (_request, response) => {
        response.setHeader('content-type', 'image/svg+xml')
        response.end(render())
      })
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'icons.svg', source: render() })
    },
  }
}
