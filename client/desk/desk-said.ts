/** What the desk says beside what it shows: the tab's title, and what a screen reader is told once. */
import type { DeskTexts } from '../i18n/desk/en.ts'
import type { Desk, News } from './desk.ts'
import { fullName } from './entries.ts'
import { isReady } from './queue.ts'

export function newsOf(news: News, texts: DeskTexts): string {
  switch (news.kind) {
    case 'none':
      return ''
    case 'arrived':
      return news.rows.map((row) => texts['arrival.ready'](fullName(row))).join(' ')
    case 'saved':
      return texts['outcome.saved'](fullName(news.row))
    case 'taken-over':
      return texts['call.takenOver'](fullName(news.row))
  }
}

/** Who waits comes before a call that goes on: that one is seen anyway. */
export function titleOf(desk: Desk, texts: DeskTexts): string {
  const { live, rows } = desk.state
  const now = desk.now()
  const waiting = rows.filter((row) =>
    isReady(row, live.consultations.get(row.appointmentId), now),
  ).length
  if (waiting > 0) return texts['page.titleWaiting'](waiting)
  return texts[live.call.phase === 'none' ? 'page.title' : 'page.titleInCall']
}
