/** How much one address may ask. The address is the real peer's: forwarded ones count from the configured proxy only. */
import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { AppError } from '../errors.ts'

export interface RateLimits {
  /** All requests of one address in a minute, files aside. */
  readonly requestsPerMinute: number
  /** Links that open nothing, of one address in a minute. */
  readonly badLinksPerMinute: number
}

/**
 * A page's arrival asks the server for five things beside files, and a whole company may stand behind one address: 600 is
 * two workers each second. Bad links are counted apart: twenty are a person's patience, and nobody guesses 128 bits in twenty tries a minute.
 */
export const usualLimits: RateLimits = { requestsPerMinute: 600, badLinksPerMinute: 20 }

/** An IPv6 customer has a /64 at least: all of its addresses are one. */
const ipv6Subnet = 64
const minute = 60_000

export async function registerRateLimits(app: FastifyInstance, limits: RateLimits): Promise<void> {
  await app.register(rateLimit, {
    max: limits.requestsPerMinute,
    timeWindow: minute,
    ipv6Subnet,
    global: false,
    allowList: isFree,
    errorResponseBuilder: () => new AppError('too-many-requests'),
    // Nobody outside needs to know how close they are.
    addHeadersOnExceeding: {
      'x-ratelimit-limit': false,
      'x-ratelimit-remaining': false,
      'x-ratelimit-reset': false,
    },
    addHeaders: {
      'x-ratelimit-limit': false,
      'x-ratelimit-remaining': false,
      'x-ratelimit-reset': false,
      'retry-after': true,
    },
  })
  // Before anything else is done for a request, and for unknown paths too: that is how a scanner looks around.
  app.addHook('onRequest', app.rateLimit())
}

/** Files cost nothing and are many; a route may say so for itself with `config: { rateLimit: false }`. */
function isFree(request: FastifyRequest): boolean {
  return request.url.startsWith('/assets/') || request.routeOptions.config.rateLimit === false
}

export type BadLinkLimit = ReturnType<typeof createBadLinkLimit>

/** Counts links that open nothing; good ones cost nothing, so that a company's workers do not lock each other out. */
export function createBadLinkLimit(app: FastifyInstance, { badLinksPerMinute }: RateLimits) {
  const limit = app.createRateLimit({ max: badLinksPerMinute, timeWindow: minute, ipv6Subnet })
  return {
    /** Hook: refuses an address that brought too many. */
    refuseGuessers: async (request: FastifyRequest): Promise<void> => {
      const state = await limit(request, { increment: false })
      if (!state.isAllowed && state.remaining === 0) throw new AppError('too-many-requests')
    },
    count: async (request: FastifyRequest): Promise<void> => {
      await limit(request)
    },
  }
}
