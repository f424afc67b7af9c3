/** The words over the picture: one banner, and how the connection is while no banner stands. */
import { html } from 'lit'
import type { ConsultationTexts } from '../i18n/consultation/en.ts'
import type { CareState } from '../rtc/care-state.ts'
import type { Quality } from '../quality/quality.ts'
import { bannerOf, renderBanner, type BannerActs, type BannerFacts } from './call-banner.ts'
import type { LiveState } from './live.ts'
import { renderQualityChip } from './quality-chip.ts'

/** "Secure call" is said for this long once the two are connected. */
const freshMs = 5_000
/** Most outages are over by then; who still waits is offered the telephone within 20 s, by a clock that ticks each second. */
const longMs = 18_000

/** The fields of the call screen with the same names. */
export interface Said extends Pick<BannerFacts, 'call' | 'local' | 'otherIn' | 'mutedTalk'> {
  readonly remote: LiveState['remote']
  readonly care: CareState | null
  readonly quality: Quality | null
  readonly saysQuality: boolean
  readonly texts: ConsultationTexts
  readonly otherName: string
  readonly otherPhone: string
}

export function renderSaid(said: Said, now: number, acts: BannerActs) {
  const { call, local, otherIn, otherName, mutedTalk, quality, saysQuality, texts } = said
  const news = said.care?.news ?? null
  const sinceMs = call.phase === 'none' ? 0 : now - call.since
  const banner = bannerOf({
    call,
    local,
    remote: said.remote.devices,
    otherIn,
    news,
    mutedTalk,
    fresh: call.phase === 'connected' && sinceMs < freshMs,
    long: sinceMs >= longMs,
  })
  const shown = saysQuality && banner === null ? quality : null
  const words = { texts, name: otherName, news, phone: said.otherPhone }
  return html`${renderBanner(banner, words, acts)} ${renderQualityChip(shown, words)}`
}
