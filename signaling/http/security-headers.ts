/** What browsers are told to forbid. One policy for every reply; camera and microphone by entry. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { ownOrigins } from '../identity/origin.ts'

/** The eight pages. */
export const entries = [
  'worker',
  'ask',
  'guest',
  'room',
  'desk',
  'office',
  'employer',
  'evaluation',
] as const
export type Entry = (typeof entries)[number]

/** Of the features that a page could ask for, those that none of ours needs. */
const neverNeeded = [
  'accelerometer',
  'browsing-topics',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'magnetometer',
  'midi',
  'payment',
  'serial',
  'usb',
]
const inCalls = ['camera', 'microphone', 'screen-wake-lock', 'fullscreen', 'autoplay']

const deny = (feature: string) => `${feature}=()`
const allow = (feature: string) => `${feature}=(self)`
const noCamera = [...inCalls, ...neverNeeded].map(deny).join(', ')
const withCamera = [...inCalls.map(allow), ...neverNeeded.map(deny)].join(', ')

const permissions: Record<Entry, string> = {
  worker: withCamera,
  ask: noCamera,
  guest: withCamera,
  room: withCamera,
  desk: withCamera,
  office: noCamera,
  employer: noCamera,
  evaluation: noCamera,
}

export type SecurityHeaders = (request: FastifyRequest, reply: FastifyReply) => void

/** For the documents of an entry; every other reply keeps the policy without camera. */
export function allowEntry(reply: FastifyReply, entry: Entry): void {
  void reply.header('permissions-policy', permissions[entry])
}

/** Returns what gives a reply its headers: a hook, and a step for the replies that no hook sees. */
export function createSecurityHeaders(publicUrl: string): SecurityHeaders {
  const headers = {
    'content-security-policy': contentSecurityPolicy(publicUrl),
    'permissions-policy': noCamera,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    // Two years, of this host alone: what else the domain serves is not ours to say.
    ...(publicUrl.startsWith('https:')
      ? { 'strict-transport-security': `max-age=${2 * 365 * 24 * 60 * 60}` }
      : {}),
  }
  return (request, reply) => {
    void reply.headers(headers)
    if (request.url.startsWith('/api/')) void reply.header('cache-control', 'no-store')
  }
}

/** Own files only, nothing inline, and no string becomes markup or code but through Lit's own policy, and the one that knows a single address. */
function contentSecurityPolicy(publicUrl: string): string {
  // 'self' covers our sockets as well, but not in Safari before 16.
  const sockets = [...ownOrigins(publicUrl)].map((origin) => origin.replace(/^http/, 'ws'))
  return [
    "default-src 'none'",
    "script-src 'self'",
    // A PDF that its own side shows is read in a worker of ours.
    "worker-src 'self'",
    "style-src 'self'",
    "img-src 'self' blob:",
    "font-src 'self'",
    "media-src 'self' blob:",
    `connect-src 'self' ${sockets.join(' ')}`,
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html visite-pdf',
  ].join('; ')
}
