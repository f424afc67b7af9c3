import type { ConsentDraft } from '../../signaling/protocol/consents.ts'
import type { DeskDay, OutcomeDraft } from '../../signaling/protocol/desk.ts'
import type { Id } from '../../signaling/protocol/primitives.ts'
import { request } from './request.ts'

/** Reads the physician's day: once at the start, and after every `agenda-changed`. */
export function loadDeskDay(signal?: AbortSignal): Promise<DeskDay> {
  return request<DeskDay>('/api/desk/day', signal === undefined ? {} : { signal })
}

/** Stores how an appointment went; the server ends its call and tells the worker's page. */
export async function saveOutcome(appointmentId: Id, draft: OutcomeDraft): Promise<void> {
  await request(`/api/appointments/${encodeURIComponent(appointmentId)}/outcome`, { body: draft })
}

/** Keeps what the worker declared, or took back. */
export async function saveConsent(appointmentId: Id, draft: ConsentDraft): Promise<void> {
  await request(`/api/appointments/${encodeURIComponent(appointmentId)}/consents`, { body: draft })
}

/** Whoever is at the worker's page has shown their identity card. */
export async function seeCard(appointmentId: Id): Promise<void> {
  await request(`/api/appointments/${encodeURIComponent(appointmentId)}/identity-card`, {
    method: 'POST',
  })
}
