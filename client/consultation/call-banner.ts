/** The one thing that is said at the top of a call: which, is a pure choice; rendering keeps the live regions in place. */
import { html, nothing } from 'lit'
import type { CallLive } from '../call/call-live.ts'
import type { ConsultationTexts } from '../i18n/consultation/en.ts'
import type { DeviceChoice, DeviceNews } from '../rtc/care-state.ts'
import { isTrouble, mayBeRestored, type Trouble } from '../rtc/trouble.ts'
import { icon } from '../ui/icon.ts'
import { telHref } from '../ui/tel-href.ts'
import type { Devices } from './live.ts'

export type Banner =
  | Trouble
  | `other-${Trouble}`
  | DeviceNews['kind']
  | 'recovering'
  | 'recovering-long'
  | 'connecting-long'
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
  readonly news: DeviceNews | null
  /** The person talks and is muted. */
  readonly mutedTalk: boolean
  /** The first seconds of the call. */
  readonly fresh: boolean
  /** Trying has lasted for so long that people look for another way. */
  readonly long: boolean
}

/** Chooses by seriousness: what stops the talk comes before what only explains it. */
export function bannerOf(facts: BannerFacts): Banner | null {
  const { call, local, remote } = facts
  // Whoever left closed their end too: that is no lost connection, and nothing mends it. Whoever is still seen and
  // heard is here, whatever a server says that was just started again.
  if (call.phase !== 'connected' && !facts.otherIn) return 'other-not-here'
  if (call.phase === 'recovering') return facts.long ? 'recovering-long' : 'recovering'
  if (call.phase === 'connecting' && facts.long) return 'connecting-long'
  const own = local.troubles?.[0]
  if (own !== undefined) return own
  if (call.phase !== 'connected') return null
  if (local.microphone === 'none') return 'no-microphone'
  if (remote.paused) return 'other-paused'
  const others = remote.troubles?.[0]
  if (others !== undefined) return `other-${others}`
  if (facts.mutedTalk && local.microphone === 'off' && !local.paused) return 'muted'
  if (facts.news !== null) return facts.news.kind
  if (facts.fresh) return 'secure'
  if (remote.microphone === 'off') return 'other-muted'
  return remote.camera === 'on' ? null : 'other-no-picture'
}

/** Those that ask the person to do something are said at once, the others when the screen reader is free. */
function isUrgent(banner: Banner): boolean {
  return banner === 'no-microphone' || (isTrouble(banner) && mayBeRestored(banner))
}

/** What the button of a banner asks of the screen. */
export interface BannerActs {
  readonly restore: () => void
  readonly showDevices: () => void
  readonly take: (choice: DeviceChoice) => void
  /** Null where that is offered elsewhere on the page. */
  readonly inPerson: (() => void) | null
}

export interface BannerWords {
  readonly texts: ConsultationTexts
  /** Of the other person. */
  readonly name: string
  readonly news: DeviceNews | null
  /** Whom to telephone when the call does not come back; empty where nobody is known. */
  readonly phone: string
}

/** Renders both live regions always: a region that appears together with its text is not read. */
export function renderBanner(banner: Banner | null, words: BannerWords, acts: BannerActs) {
  const isAlert = banner !== null && isUrgent(banner)
  const content =
    banner === null
      ? nothing
      : html`<p class="call-banner ${isAlert ? 'stop' : ''}">
          <span>${sentenceOf(banner, words)}</span>
          ${renderAct(banner, words, acts)}
        </p>`
  return html`<div role="status">${isAlert ? nothing : content}</div>
    <div role="alert">${isAlert ? content : nothing}</div>`
}

function renderAct(banner: Banner, words: BannerWords, acts: BannerActs) {
  const { texts, news } = words
  const button = (label: string, act: () => void) =>
    html`<button type="button" class="button" @click=${act}>${label}</button>`
  if (banner === 'microphone-silent') return button(texts['call.choose-another'], acts.showDevices)
  if (isTrouble(banner) && mayBeRestored(banner)) return button(texts['call.restore'], acts.restore)
  if (banner === 'back' && news?.kind === 'back') {
    return button(texts['call.use-it'], () => acts.take(news))
  }
  if (banner === 'recovering-long' || banner === 'connecting-long') {
    return html`${renderPhone(words)}
    ${acts.inPerson === null ? nothing : button(texts['call.in-person-long'], acts.inPerson)}`
  }
  return nothing
}

export function renderPhone({ texts, phone }: Pick<BannerWords, 'texts' | 'phone'>) {
  if (phone === '') return nothing
  return html`<a class="button" href=${telHref(phone)}
    >${icon('phone')} ${texts['call.phone'](phone)}</a
  >`
}

function sentenceOf(banner: Banner, { texts, name, news }: BannerWords): string {
  if (banner === 'now-using' || banner === 'back') {
    return news?.kind === banner ? texts[`call.${banner}-${news.device}`](news.label) : ''
  }
  const text = texts[`call.${banner}`]
  return typeof text === 'string' ? text : text(name)
}
