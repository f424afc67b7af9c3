/** The physician's page answers when a check is asked for. What checks is fetched with the first proof. */
import type { AskedCheck } from './check-asked.ts'
import type { IdentityVerdict } from './identity-verdict.ts'
import type { TrustCall } from './trust.ts'

type Load = () => Promise<{ readonly checkInBrowser: NonNullable<TrustCall['check']> }>

/** From now on, as long as the page lives. */
export function answerChecks(load: Load = () => import('./check-in-browser.ts')): void {
  document.addEventListener('identity-proof', ({ detail }) => {
    detail.answer(check(detail, load))
  })
}

/** Never rejects: a file that does not come proves nothing, and that is said. */
async function check({ body, context }: AskedCheck, load: Load): Promise<IdentityVerdict> {
  try {
    const { checkInBrowser } = await load()
    return await checkInBrowser(body, context)
  } catch {
    return { kind: 'unproved', code: 'failed' }
  }
}
