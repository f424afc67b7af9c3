/** The local mailbox: where mail goes while no mail server is set. Read by planners only, since it holds call links. */
import * as Type from 'typebox'
import { Id, Instant, strict } from './primitives.ts'

export const MailSummary = strict({
  id: Id,
  at: Instant,
  to: Type.String({ maxLength: 400 }),
  subject: Type.String({ maxLength: 400 }),
})
export type MailSummary = Type.Static<typeof MailSummary>

export const Mail = strict({
  ...MailSummary.properties,
  from: Type.String({ maxLength: 400 }),
  text: Type.String({ maxLength: 20_000 }),
  attachments: Type.Array(
    strict({ name: Type.String({ maxLength: 200 }), text: Type.String({ maxLength: 20_000 }) }),
    { maxItems: 5 },
  ),
})
export type Mail = Type.Static<typeof Mail>
