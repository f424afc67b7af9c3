/** Whether staff can be sent to the service's own sign-in: its secret is there, and its provider answers by the name in the settings. */
import type { Clock } from '../../signaling/clock.ts'
import type { Config } from '../../signaling/config.ts'
import { toOidcFailure } from '../../signaling/identity/oidc/failure.ts'
import { createProvider } from '../../signaling/identity/oidc/provider.ts'
import { readSharedSecret, SecretsError } from '../../signaling/identity/secrets.ts'
import type { StaffOidcConfig } from '../../signaling/settings/staff-oidc.ts'
import { withoutStop } from './files.ts'
import { findingsAbout, type Finding } from './finding.ts'

const patienceS = 8

const about = findingsAbout('Staff sign-in')

export async function lookAtStaffSignIn(
  { staffOidc }: Pick<Config, 'staffOidc'>,
  clock: Clock,
): Promise<readonly Finding[]> {
  if (staffOidc === null) return [about.notSet('staff sign in with their passkeys alone')]
  return [...lookAtSecret(staffOidc), await lookAtProvider(staffOidc, clock)]
}

/** Whether it is the right one only a sign-in tells: no provider is asked without somebody who signs in. */
function lookAtSecret({ secretFile }: StaffOidcConfig): readonly Finding[] {
  try {
    readSharedSecret(secretFile, 'VISITE_STAFF_OIDC_SECRET_FILE')
    return []
  } catch (error) {
    if (!(error instanceof SecretsError)) throw error
    return [about.notWell(`${withoutStop(error.message)}; without it the server does not start`)]
  }
}

/** What the library and we say of a provider whose document has another issuer than the one that it was asked as. */
const otherName = ['OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED', 'issuer-differs']

async function lookAtProvider(
  { issuer, clientId }: StaffOidcConfig,
  clock: Clock,
): Promise<Finding> {
  try {
    await createProvider({ issuer, clientId, clock, timeoutS: patienceS }).discover()
    return about.well(`${issuer} answers`)
  } catch (error) {
    const { message: code } = toOidcFailure(error)
    return about.notWell(
      otherName.includes(code)
        ? `${issuer} calls itself otherwise: write VISITE_STAFF_OIDC_ISSUER letter by letter as it does, with or without a slash at its end`
        : `${issuer} cannot be used (${code}): check VISITE_STAFF_OIDC_ISSUER, and whether the firewall lets this machine out to it`,
    )
  }
}
