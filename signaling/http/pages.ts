/** The built pages: one document per entry and language, and their files, compressed beforehand. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { negotiateLocale, toLocale } from '../../client/i18n/locale.ts'
import type { Locale } from '../protocol/primitives.ts'
import { allowEntry, entries, type Entry } from './security-headers.ts'

export interface PagesOptions {
  /** Holds `worker/index.nl.html` and its like, `assets/`, and what lies beside them. */
  readonly clientDir: string
}

const dayMs = 24 * 60 * 60 * 1000
const yearMs = 365 * dayMs

export const pages: FastifyPluginAsync<PagesOptions> = async (app, { clientDir }) => {
  await app.register(fastifyStatic, {
    root: join(clientDir, 'assets'),
    prefix: '/assets/',
    preCompressed: true,
    index: false,
    dotfiles: 'ignore',
    // Each name holds a hash of its content.
    immutable: true,
    maxAge: yearMs,
  })

  for (const file of looseFiles(clientDir)) {
    app.get(`/${file}`, options, (_request, reply) =>
      reply.sendFile(file, clientDir, { immutable: false, maxAge: dayMs }),
    )
  }

  for (const entry of entries) {
    app.get(`/${entry}/`, pageOptions, (request, reply) => sendPage(request, reply, entry))
    app.get(`/${entry}`, options, (request, reply) =>
      reply.redirect(`/${entry}/${queryOf(request)}`, 308),
    )
  }
  // The office's pages have addresses of their own, which its one document reads.
  app.get('/office/*', pageOptions, (request, reply) => sendPage(request, reply, 'office'))
  // Workers arrive by their link; whoever types the bare address learns there whom to call.
  app.get('/', options, (_request, reply) => reply.redirect('/worker/', 302))

  /** No folder name and no file name comes from the request. */
  function sendPage(request: FastifyRequest, reply: FastifyReply, entry: Entry): FastifyReply {
    const localized = `${entry}/index.${chooseLocale(request)}.html`
    const file = existsSync(join(clientDir, localized)) ? localized : `${entry}/index.html`
    allowEntry(reply, entry)
    return reply
      .header('cache-control', 'no-cache')
      .sendFile(file, clientDir, { cacheControl: false })
  }
}

const options = { schema: { hide: true }, config: { rateLimit: false } } as const
const pageOptions = {
  ...options,
  // Last of all: sending a compressed file writes this header too.
  onSend: async (_request: FastifyRequest, reply: FastifyReply) => {
    void reply.header('vary', 'accept-language, accept-encoding')
  },
}

/** Icons and the like, which keep their names: `favicon.svg`. */
function looseFiles(clientDir: string): string[] {
  return readdirSync(clientDir, { withFileTypes: true })
    .filter((file) => file.isFile() && /^[\w-]+\.(svg|png|ico|txt|webmanifest)$/.test(file.name))
    .map((file) => file.name)
}

/** The language that was chosen on the page, else the browser's. */
function chooseLocale(request: FastifyRequest): Locale {
  const wish = new URLSearchParams(queryOf(request)).get('lang')
  return (
    (wish === null ? null : toLocale(wish)) ?? negotiateLocale(request.headers['accept-language'])
  )
}

function queryOf(request: FastifyRequest): string {
  const start = request.url.indexOf('?')
  return start === -1 ? '' : request.url.slice(start)
}
