/** How the service can be reached, and how its staff sign in: for pages that nobody has signed in to. */
import * as Type from 'typebox'
import { ServiceContact } from './my-appointment.ts'
import { strict } from './primitives.ts'

export const Service = strict({
  ...ServiceContact.properties,
  /** The service has a sign-in of its own for its staff, beside passkeys. */
  ownSignIn: Type.Optional(Type.Literal(true)),
})
export type Service = Type.Static<typeof Service>
