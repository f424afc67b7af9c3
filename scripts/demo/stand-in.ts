/** The demonstration's stand-in for itsme: everybody who has an appointment now can be chosen there, and one who has none. */
import type { Config } from '../../signaling/config.ts'
import type { Id } from '../../signaling/protocol/primitives.ts'
import type { Store } from '../../signaling/store/store.ts'
import type { Person } from '../stand-in/person.ts'
import type { StandIn } from '../stand-in/provider.ts'

/** Null where nobody but this machine could reach it, or where the library that it is made of is not installed. */
export async function startDemoStandIn(
  { publicUrl }: Config,
  people: () => Promise<readonly Person[]>,
): Promise<StandIn | null> {
  const { hostname } = new URL(publicUrl)
  if (hostname !== 'localhost' && hostname !== '127.0.0.1') return null
  const { startStandIn } = await import('../stand-in/provider.ts')
  try {
    return await startStandIn({ publicUrl, people })
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

export function withStandIn(config: Config, standIn: StandIn | null): Config {
  if (standIn === null) return config
  const { issuer, clientId, serviceCode } = standIn
  const acr = 'http://itsme.services/v2/claim/acr_advanced'
  const wanted = process.env['VISITE_IDENTIFICATION'] ? config.identification : everyWay
  return { ...config, itsme: { issuer, clientId, serviceCode, acr }, identification: wanted }
}

const everyWay: Config['identification'] = ['itsme', 'code', 'card']

export async function readPeople(
  store: Pick<Store, 'read'>,
  appointmentIds: readonly Id[],
): Promise<Person[]> {
  const contexts = await Promise.all(
    appointmentIds.map((id) => store.read.appointments.context(id)),
  )
  const workers = contexts.flatMap((context) => (context === null ? [] : [context.worker]))
  return [...workers, nobody]
}

const nobody: Person = {
  id: 'somebody-else',
  firstName: 'Somebody',
  lastName: 'Else',
  birthDate: '1990-01-15',
}

/** Installed for development, and so for demonstrations, but not with `npm ci --omit=dev`. */
function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND'
}
