/** What the tab is called: it changes with the state, so that a person in another tab sees it. */
import type { WorkerTexts } from '../i18n/worker/en.ts'
import type { Screen } from './screen.ts'
import { appointmentOf, consultationOf, serviceOf, type VisitState } from './visit-state.ts'

/** `blink` alternates at most once a second: while it rings the tab's name changes places with the plain one. */
export function pageTitle(screen: Screen, state: VisitState, texts: WorkerTexts, blink: boolean) {
  const service = serviceOf(state)?.name
  const words = wordsOf(screen, state, texts, blink)
  return service === undefined ? words : `${words} · ${service}`
}

function wordsOf(screen: Screen, state: VisitState, texts: WorkerTexts, blink: boolean): string {
  if (screen === 'ring') {
    const name = appointmentOf(state)?.physicianName ?? ''
    return blink ? texts['ring.title'](name) : texts['page.ring'](name)
  }
  if (screen === 'waiting' && appointmentOf(state)?.state === 'upcoming')
    return texts['page.camera']
  if (screen === 'waiting') {
    const before = consultationOf(state)?.before ?? 0
    return before === 0 ? texts['page.waiting'] : texts['page.waiting-before'](before)
  }
  if (screen === 'after' && consultationOf(state)?.call?.phase === 'open')
    return texts['after.left-title']
  if (screen === 'camera' || screen === 'call' || screen === 'after') return texts[`page.${screen}`]
  return texts['page.arrival']
}
