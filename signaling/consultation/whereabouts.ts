/** Where each side is: pages that arrive, lose their line, and come back. */
import type { Participant } from '../protocol/consultation.ts'
import { notIdentified, type Identified } from '../protocol/identification.ts'
import type { Id } from '../protocol/primitives.ts'
import type { Consultation, Whereabouts } from './consultation.ts'
import { changed, unchanged, type Step } from './events.ts'
import { awayMs } from './limits.ts'

interface Arrival {
  readonly side: Participant
  readonly page: Id
  readonly login: string | null
  readonly identified?: Identified | null | undefined
}

/** A page is here. Who comes back in time, or with the same page, has been waiting since the first time. */
export function arriveAt(c: Consultation, arrival: Arrival, now: number): Step {
  const { side, page, login, identified } = arrival
  const before = c.whereabouts[side]
  if (before.kind === 'here' && before.page === page) return unchanged(c)
  const here: Whereabouts = { kind: 'here', page, since: waitingSince(before, page) ?? now }
  const whereabouts = { ...c.whereabouts, [side]: here }
  const happening = { what: 'arrived', side } as const
  if (side === 'physician') return changed({ ...c, whereabouts }, [happening])
  const asBefore = pageOf(before) === page
  const isTakenOver = before.kind === 'here' || (!asBefore && isOtherDevice(c, login))
  return changed(
    {
      ...c,
      whereabouts,
      workerCame: true,
      workerLogin: login,
      identified: identified ?? (login === c.workerLogin ? c.identified : notIdentified),
      takenOverAt: isTakenOver ? now : c.takenOverAt,
      readiness: asBefore ? c.readiness : 'unchecked',
      visible: asBefore ? c.visible : true,
    },
    [happening],
  )
}

/** Whoever was seen last may be somebody else now: while they are away for a moment, and as long as their call is open. */
function isOtherDevice({ workerLogin, whereabouts, call }: Consultation, login: string | null) {
  const isExpected = whereabouts.worker.kind === 'away' || call?.phase === 'open'
  return isExpected && workerLogin !== null && workerLogin !== login
}

export function departFrom(c: Consultation, side: Participant, now: number): Step {
  const here = c.whereabouts[side]
  if (here.kind !== 'here') return unchanged(c)
  const { page, since } = here
  const away: Whereabouts = { kind: 'away', page, since, lostAt: now }
  return changed({ ...c, whereabouts: { ...c.whereabouts, [side]: away } }, [
    { what: 'away', side },
  ])
}

/** Who was away for too long is absent. */
export function expireAway(c: Consultation, side: Participant, now: number): Step {
  const away = c.whereabouts[side]
  if (away.kind !== 'away' || now < away.lostAt + awayMs) return unchanged(c)
  const { page, since, lostAt } = away
  const absent: Whereabouts = { kind: 'absent', last: { page, since, lostAt } }
  return changed({ ...c, whereabouts: { ...c.whereabouts, [side]: absent } }, [
    { what: 'left', side },
  ])
}

/** The page that is here, or that was last. */
export function pageOf(whereabouts: Whereabouts): Id | null {
  return whereabouts.kind === 'absent' ? (whereabouts.last?.page ?? null) : whereabouts.page
}

/** When the line was lost; null while it stands, or if there never was one. */
export function lostAtOf(whereabouts: Whereabouts): number | null {
  switch (whereabouts.kind) {
    case 'here':
      return null
    case 'away':
      return whereabouts.lostAt
    case 'absent':
      return whereabouts.last?.lostAt ?? null
    default:
      return whereabouts satisfies never
  }
}

function waitingSince(before: Whereabouts, page: Id): number | null {
  if (before.kind === 'absent') return before.last?.page === page ? before.last.since : null
  return before.since
}
