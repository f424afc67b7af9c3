import * as contacts from '../api/contacts.ts'
import * as due from '../api/due.ts'
import * as mailbox from '../api/mailbox.ts'
import { ownAccessApi } from '../api/own-access.ts'
import * as planning from '../api/planning.ts'
import * as requests from '../api/requests.ts'
import * as staffLinks from '../api/staff-links.ts'

/** What the pages may ask of the server. They receive it as a property, so that a gallery or a test can answer instead. */
export const officeApi = {
  ...contacts,
  ...due,
  ...planning,
  ...requests,
  ...mailbox,
  ...staffLinks,
  ownAccess: ownAccessApi,
}
export type OfficeApi = Readonly<typeof officeApi>
