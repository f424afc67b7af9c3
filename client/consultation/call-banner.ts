/** The one thing that is said at the top of a call: which, is a pure choice; rendering keeps the live regions in place. */
import { html, nothing } from 'lit'
import type { CallLive } from '../call/call-live.ts'
import type { ConsultationTexts } from '../i18n/consultation/en.ts'
import { isTrouble, mayBeRestored, type Trouble } from '../rtc/trouble.ts'
import type { Devices } from './live.ts'

export type Banner =
  | Trouble
  | `other-${Trouble}`
  | 'recovering'
  | 'no-microphone'
  | 'other-paused'
  | 'other-not-here'
  | 'muted'
  | 'other-muted'
  | 'other-no-picture'
  | 'secure'

export interface BannerFacts {
  readonly call: CallLive
  readonly local: Devices
  readonly remote: Devices
  readonly otherIn: boolean
  /** The first seconds of the call. */
  readonly fresh: boolean
}

/** Chooses by seriousness: what stops the talk comes before what only explains it. */
export function bannerOf(facts: BannerFacts): Banner | null {
  const { call, local, remote } = facts
  // Whoever left closed their end too: that is no lost connection, and nothing mends it. Whoever is still seen and
  // heard is here, whatever a server says that was just started again.
  if (call.phase !== 'connected' && !facts.otherIn) return 'other-not-here'
  if (call.phase === 'recovering') return 'recovering'
  const own = local.troubles?.[0]
  if (own !== undefined) return own
  if (call.phase !== 'connected') return null
  if (local.microphone === 'none') return 'no-microphone'
  if (remote.paused) return 'other-paused'
  const others = remote.troubles?.[0]
  if (others !== undefined) return `other-${others}`
  if (local.microphone === 'off' && !local.paused) return 'muted'
  if (facts.fresh) return 'secure'
  if (remote.microphone === 'off') return 'other-muted'
  return remote.camera === 'on' ? null : 'other-no-picture'
}

/** Those that ask the person to do something are said at once, the others when the screen reader is free. */
function isUrgent(banner: Banner): boolean {
  return banner === 'no-microphone' || (isTrouble(banner) && mayBeRestored(banner))
}

/** Renders both live regions always: a region that appears together with its text is not read. */
export function renderBanner(
  banner: Banner | null,
  texts: ConsultationTexts,
  name: string,
  restore: () => void,
) {
  const isAlert = banner !== null && isUrgent(banner)
  const content =
    banner === null
      ? nothing
      : html`<p class="call-banner ${isAlert ? 'stop' : ''}">
          <span>${sentenceOf(banner, texts, name)}</span>
          ${
            isTrouble(banner) && mayBeRestored(banner)
              ? html`<button type="button" class="button" @click=${restore}>
                  ${texts['call.restore']}
                </button>`
              : nothing
          }
        </p>`
  return html`<div role="status">${isAlert ? nothing : content}</div>
    <div role="alert">${isAlert ? content : nothing}</div>`
}

function sentenceOf(banner: Banner, texts: ConsultationTexts, name: string): string {
  const text = texts[`call.${banner}`]
  return typeof text === 'string' ? text : text(name)
}
