/** Tells the service that somebody came with a browser that cannot call: they are not to pass for one who did not come. */
import { request } from './request.ts'

export function tellCannotCall(token: string): Promise<void> {
  return request('/api/call-link/cannot-call', { body: { token } })
}
