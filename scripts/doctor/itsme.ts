/** Whether itsme can be asked, signs with the keys that we expect, and has our time of day. */
import type { Clock } from '../../signaling/clock.ts'
import type { Config } from '../../signaling/config.ts'
import { createItsme } from '../../signaling/identity/itsme/client.ts'
import { OidcFailure } from '../../signaling/identity/oidc/failure.ts'
import type { ItsmeConfig } from '../../signaling/settings/itsme.ts'
import { findingsAbout, type Finding } from './finding.ts'

const patienceS = 8
/** As much as we and itsme allow a token to be off (`client.ts`). */
const clockToleranceS = 30

const about = findingsAbout('itsme')

export async function lookAtItsme(
  { itsme, publicUrl }: Pick<Config, 'itsme' | 'publicUrl'>,
  clock: Clock,
): Promise<readonly Finding[]> {
  if (itsme === null) {
    return [about.notSet('workers say who they are by a code or their identity card')]
  }
  const readKeys = async (config: ItsmeConfig) => {
    // What we sign with is not needed to read what itsme signs with.
    const keys = { read: async () => [] }
    const client = createItsme({ config, publicUrl, keys, clock, timeoutS: patienceS })
    return (await client.providerKeys()).keys.length
  }
  try {
    const published = await readKeys({ ...itsme, pinnedKeys: [] })
    const counting = await readKeys(itsme)
    const isPinned = (itsme.pinnedKeys ?? []).length > 0
    return [judgeKeys({ published, counting, isPinned }), ...(await compareClocks(itsme, clock))]
  } catch (error) {
    if (!(error instanceof OidcFailure)) throw error
    return [
      about.notWell(
        `${itsme.issuer} cannot be used (${error.message}): check VISITE_ITSME_ISSUER, and whether the firewall lets this machine out to it`,
      ),
    ]
  }
}

/** `counting`: those of the published keys that are pinned; all, where none is pinned. */
export function judgeKeys({
  published,
  counting,
  isPinned,
}: {
  readonly published: number
  readonly counting: number
  readonly isPinned: boolean
}): Finding {
  if (published === 0) return about.notWell('publishes no key that signs: ask itsme')
  if (!isPinned) return about.well(`answers, and signs with ${published} keys; none is pinned`)
  if (counting === 0) {
    return about.notWell(
      'publishes none of the pinned keys, so that nobody can identify themselves: compare VISITE_ITSME_PINNED_KEYS with what itsme announced',
    )
  }
  if (counting < published) {
    return about.notWell(
      `publishes ${published - counting} keys that are not pinned: if itsme announced new ones, add them to VISITE_ITSME_PINNED_KEYS before it signs with them`,
    )
  }
  return about.well(`answers, and signs with the ${counting} pinned keys`)
}

/** By the hour that its web server writes on its answers. */
async function compareClocks({ issuer }: ItsmeConfig, clock: Clock): Promise<readonly Finding[]> {
  const { well, notWell } = findingsAbout('Clock')
  const reply = await fetch(`${issuer}/.well-known/openid-configuration`, {
    redirect: 'manual',
    signal: AbortSignal.timeout(patienceS * 1000),
  }).catch(() => null)
  const theirs = Date.parse(reply?.headers.get('date') ?? '')
  if (Number.isNaN(theirs)) return []
  const apartS = Math.round((clock.now() - theirs) / 1000)
  if (Math.abs(apartS) <= clockToleranceS) return [well('as itsme’s')]
  const way = apartS > 0 ? 'ahead of' : 'behind'
  return [
    notWell(
      `${Math.abs(apartS)} s ${way} itsme’s: let this machine take its time from the network (NTP)`,
    ),
  ]
}
