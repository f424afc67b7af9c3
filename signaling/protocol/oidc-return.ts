/** What the address may carry at which a browser comes back from an identity provider; one may add what it likes. */
import * as Type from 'typebox'

export const OidcReturn = Type.Object({
  state: Type.Optional(Type.String({ maxLength: 512 })),
  code: Type.Optional(Type.String({ maxLength: 2048 })),
  error: Type.Optional(Type.String({ maxLength: 200 })),
  iss: Type.Optional(Type.String({ maxLength: 500 })),
})
