/** Every migration, in order. A new one goes at the end; a released one is never changed. */
import type { Migration } from 'kysely'
import { up as firstTables } from './001-first-tables.ts'
import { up as guests } from './002-guests.ts'
import { up as callRecords } from './003-call-records.ts'
import { up as needsPicture } from './004-needs-picture.ts'
import { up as remotePolicy } from './005-remote-policy.ts'
import { up as outboxKinds } from './006-outbox-kinds.ts'
import { up as examsDue } from './007-exams-due.ts'
import { up as physicianLanguages } from './008-physician-languages.ts'
import { up as dueWork } from './009-due-work.ts'
import { up as requestsAndOffers } from './010-requests-and-offers.ts'
import { up as agendaIndexes } from './011-agenda-indexes.ts'
import { up as sessionModality } from './012-session-modality.ts'
import { up as wantsEarlier } from './013-wants-earlier.ts'
import { up as officeRequests } from './014-office-requests.ts'
import { up as postCategories } from './015-post-categories.ts'
import { up as passkeys } from './016-passkeys.ts'
import { up as consents } from './017-consents.ts'
import { up as identifications } from './018-identifications.ts'
import { up as contactsAndEvaluators } from './019-contacts-and-evaluators.ts'
import { up as shortLinks } from './020-short-links.ts'
import { up as seatLanguages } from './021-seat-languages.ts'
import { up as codeIndexes } from './022-code-indexes.ts'
import { up as staffOidc } from './023-staff-oidc.ts'
import { up as whoSaidIt } from './024-who-said-it.ts'

export const migrations: Record<string, Migration> = {
  '001-first-tables': { up: firstTables },
  '002-guests': { up: guests },
  '003-call-records': { up: callRecords },
  '004-needs-picture': { up: needsPicture },
  '005-remote-policy': { up: remotePolicy },
  '006-outbox-kinds': { up: outboxKinds },
  '007-exams-due': { up: examsDue },
  '008-physician-languages': { up: physicianLanguages },
  '009-due-work': { up: dueWork },
  '010-requests-and-offers': { up: requestsAndOffers },
  '011-agenda-indexes': { up: agendaIndexes },
  '012-session-modality': { up: sessionModality },
  '013-wants-earlier': { up: wantsEarlier },
  '014-office-requests': { up: officeRequests },
  '015-post-categories': { up: postCategories },
  '016-passkeys': { up: passkeys },
  '017-consents': { up: consents },
  '018-identifications': { up: identifications },
  '019-contacts-and-evaluators': { up: contactsAndEvaluators },
  '020-short-links': { up: shortLinks },
  '021-seat-languages': { up: seatLanguages },
  '022-code-indexes': { up: codeIndexes },
  '023-staff-oidc': { up: staffOidc },
  '024-who-said-it': { up: whoSaidIt },
}
