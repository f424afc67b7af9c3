/** How much one address may ask. The address is the real peer's: forwarded ones count from the configured proxy only. */
import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { AppError } from '../errors.ts'

export interface RateLimits {
  /** All requests of one address in a minute, files aside. */
  readonly requestsPerMinute: number
  /** Links that open nothing, of one address in a minute. */
  readonly badLinksPerMinute: number
  /** Consultations asked for by people who are not signed in, of one address in an hour. */
  readonly asksPerHour: number
}

/**
 * A page's arrival asks the server for five things beside files, and a whole company may stand behind one address: 600 is
 * two workers each second. Bad links are counted apart: twenty a minute are a person's patience, and a program's sign.
 * Whoever asks for a consultation does so once; thirty an hour are a company on the day on which it was told of the right.
 */
export const usualLimits: RateLimits = {
  requestsPerMinute: 600,
  badLinksPerMinute: 20,
  asksPerHour: 30,
}

/** An IPv6 customer has a /64 at least: all of its addresses are one. */
const ipv6Subnet = 64
const minute = 60_000

/** Returns the mark of a browser in which somebody has signed in before; null for every other. */
export type ReadDevice = (request: FastifyRequest) => string | null

export async function registerRateLimits(
  app: FastifyInstance,
  limits: RateLimits,
  readDevice: ReadDevice,
): Promise<void> {
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
  const ofAddress = app.rateLimit()
  const ofDevice = app.createRateLimit({
    max: limits.requestsPerMinute,
    timeWindow: minute,
    keyGenerator: (request) => `device ${readDevice(request)}`,
  })
  // Before anything else is done for a request, and for unknown paths too: that is how a scanner looks around.
  app.addHook('onRequest', async function (this: FastifyInstance, request, reply) {
    // Whoever floods the server from behind a clinic's address does not keep its physicians out: their browsers count apart.
    if (readDevice(request) === null) return ofAddress.call(this, request, reply)
    const state = await ofDevice(request)
    if (!state.isAllowed && state.isExceeded) throw new AppError('too-many-requests')
  })
}

/** Files cost nothing and are many; a route may say so for itself with `config: { rateLimit: false }`. */
function isFree(request: FastifyRequest): boolean {
  return request.url.startsWith('/assets/') || request.routeOptions.config.rateLimit === false
}

export type BadLinkLimit = ReturnType<typeof createBadLinkLimit>

/**
 * Counts links that open nothing. A genuine one is never counted and always opens, whatever else came from its address:
 * colleagues share an office, and no number of tries finds 256 bits.
 */
export function createBadLinkLimit(app: FastifyInstance, { badLinksPerMinute }: RateLimits) {
  const limit = app.createRateLimit({ max: badLinksPerMinute, timeWindow: minute, ipv6Subnet })
  return {
    /** Returns whether this address has brought too many by now. */
    count: async (request: FastifyRequest): Promise<boolean> => {
      const state = await limit(request)
      return !state.isAllowed && state.isExceeded
    },
  }
}

export type AskLimit = ReturnType<typeof createAskLimit>

/** Counts what people ask for who are not signed in: each may send a mail. */
export function createAskLimit(app: FastifyInstance, { asksPerHour }: RateLimits) {
  const limit = app.createRateLimit({ max: asksPerHour, timeWindow: 60 * minute, ipv6Subnet })
  return async (request: FastifyRequest): Promise<void> => {
    const state = await limit(request)
    if (!state.isAllowed && state.isExceeded) throw new AppError('too-many-requests')
  }
}
