/** Every change is asked for by one of our own pages, or with an API key, which no foreign page can make a browser send. */
import type { FastifyInstance } from 'fastify'
import type { Access } from '../identity/access.ts'

/** Methods that change nothing (RFC 9110, 9.2.1); ours keep to it. */
const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

export function registerOwnPages(app: FastifyInstance, access: Access): void {
  app.addHook('onRequest', async (request) => {
    if (safeMethods.has(request.method) || request.headers.authorization !== undefined) return
    await access.requireOwnPage(request)
  })
}
