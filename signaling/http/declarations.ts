/** What stands of the declarations about one appointment, as the two who talk may read it. */
import type { Declaration } from '../protocol/consents.ts'
import { standing } from '../rules/consents.ts'
import type { ConsentRow } from '../store/consents.ts'

export function toDeclarations(declared: readonly ConsentRow[]): Declaration[] {
  return standing(declared).map(({ consent, at, heardBy }) => ({
    consent,
    at,
    ownPage: heardBy === null,
  }))
}
