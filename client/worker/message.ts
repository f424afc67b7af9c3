/** The screens that are no more than a message and at most one button. */
import type { WorkerTexts } from '../i18n/worker/en.ts'
import type { IconName } from '../ui/icon.ts'
import type { Screen } from './screen.ts'
import { consultationOf, type VisitState } from './visit-state.ts'
import type { VisitWish } from './worker-page.ts'

export interface Message {
  readonly icon: IconName
  readonly title: string
  readonly body: string
  readonly button: { readonly label: string; readonly wish: VisitWish } | null
}

export const messageScreens = [
  'not-valid',
  'unreachable',
  'in-person',
  'over',
  'elsewhere',
  'replaced',
  'signed-out',
  'outdated',
] as const satisfies readonly Screen[]
export type MessageScreen = (typeof messageScreens)[number]

export function isMessageScreen(screen: Screen): screen is MessageScreen {
  return messageScreens.some((known) => known === screen)
}

export function messageOf(screen: MessageScreen, visit: VisitState, texts: WorkerTexts): Message {
  const title = texts[`${screen}.title`]
  const body = texts[`${screen}.body`]
  const here = { label: texts['elsewhere.here'], wish: { type: 'take-over' } } as const
  switch (screen) {
    case 'not-valid':
      return { icon: 'circle-help', title, body, button: null }
    case 'unreachable':
      return {
        icon: 'wifi',
        title,
        body,
        button: { label: texts['retry'], wish: { type: 'retry' } },
      }
    case 'in-person': {
      const call = consultationOf(visit)?.call
      const isAskedByDoctor = call?.phase === 'ended' && call.reason !== 'in-person-instead'
      const text = isAskedByDoctor ? texts['in-person.after-call'] : body
      return { icon: 'circle-check', title, body: text, button: null }
    }
    case 'over':
    case 'signed-out':
      return { icon: 'clock', title, body, button: null }
    case 'elsewhere':
    case 'replaced': {
      const line = visit.live?.line
      const isInCall = line?.phase === 'elsewhere' && line.inCall
      return {
        icon: 'external-link',
        title: isInCall ? texts['elsewhere.in-call'] : title,
        body,
        button: here,
      }
    }
    case 'outdated':
      return {
        icon: 'rotate-ccw',
        title,
        body,
        button: { label: texts['outdated.load'], wish: { type: 'load-page' } },
      }
    default:
      return screen satisfies never
  }
}
