/** Which request an appointment answers, however it ended and whatever took its place since. */
import { sql } from 'kysely'
import type { Id } from '../protocol/primitives.ts'

export const requestPlanned = 'request-planned'

/**
 * The request's id, or null; of an appointment, in a query that calls it `a`. A request's row knows its latest appointment
 * alone: of those before, whose mail may still leave and whose hour the employer may still read, the audit log knows.
 */
export const answeredRequest = sql<Id | null>`(
  SELECT planned.details ->> 'requestId' FROM audit AS planned
  WHERE planned.appointment_id = a.id AND planned.action = ${sql.lit(requestPlanned)}
  ORDER BY planned.number DESC LIMIT 1
)`
