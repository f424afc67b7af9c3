/** The one place that calls `fetch`: JSON to our own server, a typed reply or an `ApiError` back. */
import type { ErrorCode } from '../../signaling/protocol/codes.ts'
import type { ApiErrorCode } from './error-codes.ts'

/** A request that was refused or got lost. The code becomes a sentence in `i18n/errors`. */
export class ApiError extends Error {
  readonly code: ApiErrorCode
  /** JSON pointer into the body that was sent, where the mistake is. */
  readonly at: string | null
  /** For the telephone: the service finds the request in its log with it. */
  readonly reference: string | null

  constructor(code: ApiErrorCode, at: string | null = null, reference: string | null = null) {
    super(code)
    this.name = 'ApiError'
    this.code = code
    this.at = at
    this.reference = reference
  }
}

/** A body that is not JSON: a roster's file. */
export interface RawBody {
  readonly content: Blob | ArrayBuffer | string
  readonly type: string
}

export interface RequestOptions {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Sent as JSON. A request with a body is a POST unless `method` says otherwise. */
  readonly body?: unknown
  readonly raw?: RawBody
  readonly signal?: AbortSignal
  /** It may outlive the page. */
  readonly keepalive?: boolean
}

/**
 * Sends one request to `/api/…` and returns the reply, `undefined` for an empty one.
 * The reply is not checked again: the server of the same build has serialised it by the schema that gives it its type.
 * An aborted request rejects with the signal's reason, like `fetch`; every other failure is an `ApiError`.
 */
export async function request<Reply>(path: string, options: RequestOptions = {}): Promise<Reply> {
  const response = await send(path, options)
  if (!response.ok) throw await toApiError(response)
  if (response.status === 204) return undefined as Reply
  try {
    return (await response.json()) as Reply
  } catch {
    options.signal?.throwIfAborted()
    throw new ApiError('offline')
  }
}

async function send(path: string, options: RequestOptions): Promise<Response> {
  const { body, method, raw, ...rest } = options
  const headers: Record<string, string> = { accept: 'application/json' }
  if (raw !== undefined) headers['content-type'] = raw.type
  else if (body !== undefined) headers['content-type'] = 'application/json'
  const content = raw?.content ?? (body === undefined ? null : JSON.stringify(body))
  try {
    return await fetch(path, {
      method: method ?? (content === null ? 'GET' : 'POST'),
      headers,
      body: content,
      credentials: 'same-origin',
      cache: 'no-store',
      redirect: 'error',
      ...rest,
    })
  } catch {
    rest.signal?.throwIfAborted()
    throw new ApiError('offline')
  }
}

/** A gateway before the server may answer with a page of its own: then the status is all there is. */
async function toApiError(response: Response): Promise<ApiError> {
  const reply: unknown = await response.json().catch(() => null)
  const code = textOf(reply, 'code')
  if (code === null) return new ApiError(response.status >= 500 ? 'unavailable' : 'internal')
  // A code of a newer server is possible; the catalogue of sentences reads it as `internal`.
  return new ApiError(code as ErrorCode, textOf(reply, 'at'), textOf(reply, 'reference'))
}

function textOf(reply: unknown, key: string): string | null {
  if (typeof reply !== 'object' || reply === null) return null
  const value: unknown = Object.getOwnPropertyDescriptor(reply, key)?.value
  return typeof value === 'string' ? value : null
}
