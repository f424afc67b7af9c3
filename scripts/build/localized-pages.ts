/**
 * Writes each page once per language, `worker/index.nl.html` beside `worker/index.html`: right `lang` and title from the
 * first byte, and the language's texts fetched beside the program instead of after it (a request in a chain costs a phone
 * half a second).
 */
import type { Plugin, Rolldown } from 'vite'
import { pageWords, type PageName } from '../../client/i18n/pages.ts'
import { locales, type Locale } from '../../signaling/protocol/primitives.ts'

export function localizedPages(pages: readonly PageName[]): Plugin {
  return {
    name: 'visite:localized-pages',
    applyToEnvironment: (environment) => environment.name === 'client',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const page of pages) {
          const html = bundle[`${page}/index.html`]
          if (html?.type !== 'asset') this.error(`the build made no ${page}/index.html`)
          for (const locale of locales) {
            this.emitFile({
              type: 'asset',
              fileName: `${page}/index.${locale}.html`,
              source: localize(String(html.source), page, locale, textChunks(bundle, page, locale)),
            })
          }
        }
      },
    },
  }
}

/** The chunk that holds the texts of this page and language, and what it imports. */
function textChunks(bundle: Rolldown.OutputBundle, page: PageName, locale: Locale): string[] {
  const chunk = Object.values(bundle).find(
    (output) =>
      output.type === 'chunk' &&
      output.moduleIds.some((id) => id.endsWith(`/client/i18n/${page}/${locale}.ts`)),
  )
  return chunk?.type === 'chunk' ? [chunk.fileName, ...chunk.imports] : []
}

function localize(html: string, page: PageName, locale: Locale, chunks: string[]): string {
  const { title, withoutScript } = pageWords(page, locale)
  const preloads = chunks
    .filter((file) => !html.includes(`/${file}"`))
    .map((file) => `    <link rel="modulepreload" crossorigin href="/${file}" />\n`)
  return html
    .replace('<html lang="en">', `<html lang="${locale}">`)
    .replace(/<title>[^<]*<\/title>/, `<title>${title}</title>`)
    .replace('</head>', `${preloads.join('')}  </head>`)
    .replace('</body>', `  <noscript>${withoutScript}</noscript>\n  </body>`)
}
