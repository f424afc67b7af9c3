/** The sign-in that the service has of its own, for its staff: who it is and as whom we ask; all of it or nothing. */
import { isIssuer } from './issuer.ts'
import type { Reading } from './reading.ts'

export interface StaffOidcConfig {
  readonly issuer: string
  readonly clientId: string
  readonly secretFile: string
}

export function readStaffOidc({ read, refuse }: Reading): StaffOidcConfig | null {
  const names = [
    'VISITE_STAFF_OIDC_ISSUER',
    'VISITE_STAFF_OIDC_CLIENT_ID',
    'VISITE_STAFF_OIDC_SECRET_FILE',
  ] as const
  const missing = names.filter((name) => !read(name))
  if (missing.length === names.length) return null
  if (missing.length > 0) {
    const set = names.filter((name) => read(name)).join(' and ')
    refuse(
      `The staff’s own sign-in is half set: ${set} without ${missing.join(' and ')}; set all three or none.`,
    )
    return null
  }
  const [issuer = '', clientId = '', secretFile = ''] = names.map(read)
  if (!isIssuer(issuer)) {
    refuse('VISITE_STAFF_OIDC_ISSUER must be an address such as https://login.example.be/service.')
  }
  return { issuer, clientId, secretFile }
}
