/**
 * `/ws/worker`, `/ws/desk` and `/ws/guest`: an address for each, because a browser may hold several of their cookies.
 * A foreign page is refused before the upgrade. Someone who is not signed in is refused after it: a page cannot read the
 * HTTP status of a refused upgrade, and would try for ever.
 */
import websocket from '@fastify/websocket'
import type { FastifyInstance } from 'fastify'
import type { RawData, WebSocket } from 'ws'
import type { Access } from '../identity/access.ts'
import type { Identity } from '../identity/identity.ts'
import { closeCodes, type CloseReason } from '../protocol/close-codes.ts'
import { maxFrameBytes } from '../protocol/messages.ts'
import type { AcceptWire, SocketKind } from './create-live.ts'
import type { Log } from './log.ts'

export interface UpgradeOptions {
  readonly access: Pick<Access, 'requireOwnPage' | 'identifyUpgrade'>
  readonly accept: AcceptWire
  readonly log: Log
  readonly close: () => Promise<void>
}

const sides = ['worker', 'desk', 'guest'] as const

const kinds = { worker: 'worker', desk: 'physician', guest: 'guest' } as const

export function registerUpgrades(app: FastifyInstance, options: UpgradeOptions): void {
  const { access, accept, log, close } = options
  void app.register(websocket, {
    // Compression would cost each connection some 300 kB and tell the length of secrets (CRIME).
    options: { maxPayload: maxFrameBytes, perMessageDeflate: false },
    // ws has answered already with the fitting close code (1002, 1007, 1009): only the log is left.
    errorHandler: (error) => log.info({ code: codeOf(error) }, 'socket error'),
    preClose: (done) => void close().finally(done),
  })
  void app.register(async (scope) => {
    scope.addHook('onRequest', access.requireOwnPage)
    for (const side of sides) {
      scope.get(
        `/ws/${side}`,
        {
          websocket: true,
          onRequest: async (request) => {
            request.identity = await access.identifyUpgrade(request, side)
          },
        },
        (socket, request) => listen(socket, request.identity, side, accept),
      )
    }
  })
}

function listen(
  socket: WebSocket,
  identity: Identity | null,
  side: (typeof sides)[number],
  accept: AcceptWire,
): void {
  if (identity === null) return refuse(socket, 'signed-out')
  if (!isOf(identity, kinds[side])) return refuse(socket, 'not-allowed')
  const ear = accept(socket, identity)
  socket.on('message', (data: RawData, isBinary: boolean) => {
    ear.heard()
    if (isBinary) ear.binary()
    else ear.text(toBuffer(data))
  })
  socket.on('pong', () => ear.heard())
  socket.on('ping', () => ear.heard())
  socket.on('close', () => ear.closed())
}

function isOf<Kind extends SocketKind>(
  identity: Identity,
  kind: Kind,
): identity is Extract<Identity, { kind: Kind }> {
  return identity.kind === kind
}

function refuse(socket: WebSocket, reason: CloseReason): void {
  socket.close(closeCodes[reason], reason)
}

function toBuffer(data: RawData): Buffer {
  if (Buffer.isBuffer(data)) return data
  return Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data)
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name
}
