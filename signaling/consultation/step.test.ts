/** The table of the consultation: every state against every event. A new state or event does not compile until its cells are written. */
import { describe, expect, test } from 'vitest'
import { inWords } from './in-words.ts'
import { events, states, type EventName, type StateName } from './specimens.ts'

type Row = Readonly<Record<EventName, string>>

const ignored = '-'

const allIgnored: Row = {
  'worker page comes again': ignored,
  'worker page comes again holding the call': ignored,
  'worker page resumes its conversation': ignored,
  'new worker page comes': ignored,
  'worker page of another device comes': ignored,
  'physician page comes again holding the call': ignored,
  'new physician page comes': ignored,
  'worker line lost': ignored,
  'physician line lost': ignored,
  'readiness reported': ignored,
  'ring': ignored,
  'ring while ringing elsewhere': ignored,
  'ring while in a call elsewhere': ignored,
  'stop ring': ignored,
  'ring shown': ignored,
  'answer': ignored,
  'answer another ring': ignored,
  'defer': ignored,
  'worker signals': ignored,
  'physician signals': ignored,
  'stale signal': ignored,
  'signal of another call': ignored,
  'worker renews': ignored,
  'stale renew': ignored,
  'worker rejoins': ignored,
  'physician rejoins': ignored,
  'physician rejoins while in a call elsewhere': ignored,
  'worker hangs up': ignored,
  'physician hangs up': ignored,
  'visit in person instead': ignored,
  'outcome stored': ignored,
  'standby wanted': ignored,
  'standby unwanted': ignored,
  'a minute passes': ignored,
}

const ringIsOver = {
  'answer': 'worker refused ring-over',
  'answer another ring': 'worker refused ring-over',
  'defer': 'worker refused ring-over',
}

const noCall = {
  'worker renews': 'worker refused call-over',
  'stale renew': 'worker refused call-over',
  'worker rejoins': 'worker refused call-over',
  'physician rejoins': 'physician refused call-over',
  'physician rejoins while in a call elsewhere': 'physician refused call-over',
}

const busyElsewhere = {
  'ring while ringing elsewhere': 'physician refused already-ringing',
  'ring while in a call elsewhere': 'physician refused already-in-call',
}

const bothHere = {
  'worker line lost': 'worker away',
  'physician line lost': 'physician away',
  'new worker page comes': 'worker here with page-that-is-new-1, unchecked true, taken over',
  'worker page of another device comes':
    'worker here with page-that-is-new-1, unchecked true, taken over',
  'new physician page comes': 'physician here with page-that-is-new-1',
  'readiness reported': 'sound-only false',
}

/** The ring of this call was answered: the answer that comes again is no mistake, and this page is in already. */
const callStands = {
  'answer': ignored,
  'ring': 'physician refused already-in-call',
  'stop ring': 'physician refused ring-over',
  'physician rejoins while in a call elsewhere': 'physician refused already-in-call',
  'physician hangs up': 'call ended physician-ended',
  'visit in person instead': 'call ended in-person-instead, over',
  'outcome stored': 'call ended completed, over',
}

const mayBeOver = {
  'visit in person instead': 'over',
  'outcome stored': 'over',
}

const callCanBeAdopted = {
  'worker page comes again holding the call': 'call-000000000001 opened 1 with worker',
  'physician page comes again holding the call': 'call-000000000001 opened 1 with physician',
}

const standbyCanOpen = {
  'standby wanted':
    'standby call-000000000002 1, standby-opened to worker, standby-opened to physician who offers',
}

const standbyClosed = 'standby-closed to worker, standby-closed to physician'
const standbyEnds = `standby none, ${standbyClosed}`

const table: Readonly<Record<StateName, Row>> = {
  'nobody here': {
    ...allIgnored,
    ...ringIsOver,
    ...noCall,
    ...busyElsewhere,
    ...mayBeOver,
    'worker page comes again': 'worker here with page-of-worker-001',
    'worker page resumes its conversation': 'worker here with page-of-worker-001',
    'worker page comes again holding the call':
      'worker here with page-of-worker-001, call-000000000001 opened 1 with worker',
    'new worker page comes': 'worker here with page-that-is-new-1',
    'worker page of another device comes': 'worker here with page-that-is-new-1',
    'physician page comes again holding the call':
      'physician here with page-of-physician-1, call-000000000001 opened 1 with physician',
    'new physician page comes': 'physician here with page-that-is-new-1',
    'readiness reported': 'sound-only false',
    'ring': 'physician refused worker-not-here',
  },
  'worker waiting': {
    ...allIgnored,
    ...standbyCanOpen,
    ...ringIsOver,
    ...noCall,
    ...busyElsewhere,
    ...bothHere,
    ...mayBeOver,
    ...callCanBeAdopted,
    ring: 'ring ring-000000000002',
  },
  'standing by': {
    ...allIgnored,
    ...ringIsOver,
    ...noCall,
    ...busyElsewhere,
    'ring': 'ring ring-000000000002',
    'worker page comes again': standbyEnds,
    'worker page resumes its conversation': ignored,
    'worker page comes again holding the call': `call-000000000001 opened 1 with worker, ${standbyEnds}`,
    'new worker page comes': `worker here with page-that-is-new-1, unchecked true, taken over, ${standbyEnds}`,
    'worker page of another device comes': `worker here with page-that-is-new-1, unchecked true, taken over, ${standbyEnds}`,
    'physician page comes again holding the call': `call-000000000001 opened 1 with physician, ${standbyEnds}`,
    'new physician page comes': `physician here with page-that-is-new-1, ${standbyEnds}`,
    'worker line lost': 'worker away',
    'physician line lost': 'physician away',
    'readiness reported': 'sound-only false',
    'worker signals': 'signal to physician',
    'physician signals': 'signal to worker',
    'worker renews':
      'standby call-000000000001 2, standby-opened to worker, standby-opened to physician who offers',
    'stale renew': ignored,
    'visit in person instead': `standby none, over, ${standbyClosed}`,
    'outcome stored': `standby none, over, ${standbyClosed}`,
    'standby unwanted': standbyEnds,
  },
  'worker away': {
    ...allIgnored,
    ...ringIsOver,
    ...noCall,
    ...busyElsewhere,
    ...mayBeOver,
    'worker page comes again': 'worker here with page-of-worker-001',
    'worker page resumes its conversation': 'worker here with page-of-worker-001',
    'worker page comes again holding the call':
      'worker here with page-of-worker-001, call-000000000001 opened 1 with worker',
    'new worker page comes': 'worker here with page-that-is-new-1, unchecked true',
    'worker page of another device comes':
      'worker here with page-that-is-new-1, unchecked true, taken over',
    'physician page comes again holding the call': 'call-000000000001 opened 1 with physician',
    'new physician page comes': 'physician here with page-that-is-new-1',
    'physician line lost': 'physician away',
    'readiness reported': 'sound-only false',
    'ring': 'physician refused worker-not-here',
    'a minute passes': 'worker absent',
  },
  'ringing': {
    ...allIgnored,
    ...standbyCanOpen,
    ...noCall,
    ...bothHere,
    'stop ring': 'ring stopped',
    'ring shown': 'ring ring-000000000001 shown',
    'answer':
      'ring answered, call-000000000002 opened 1 with worker and physician, opened to worker, opened to physician who offers',
    'answer another ring': 'worker refused ring-over',
    'defer': 'ring deferred, deferred',
    'visit in person instead': 'ring declined-in-person, over',
    'outcome stored': 'ring stopped, over',
    'a minute passes': 'ring timed-out',
  },
  'ringing, worker away': {
    ...allIgnored,
    ...noCall,
    'worker page comes again': 'worker here with page-of-worker-001',
    'worker page resumes its conversation': 'worker here with page-of-worker-001',
    'worker page comes again holding the call': 'worker here with page-of-worker-001',
    'new worker page comes': 'worker here with page-that-is-new-1, unchecked true',
    'worker page of another device comes':
      'worker here with page-that-is-new-1, unchecked true, taken over',
    'new physician page comes': 'physician here with page-that-is-new-1',
    'physician line lost': 'physician away',
    'readiness reported': 'sound-only false',
    'stop ring': 'ring stopped',
    'ring shown': 'ring ring-000000000001 shown',
    'answer': 'ring answered, call-000000000002 awaited 0 with worker and physician',
    'answer another ring': 'worker refused ring-over',
    'defer': 'ring deferred, deferred',
    'visit in person instead': 'ring declined-in-person, over',
    'outcome stored': 'ring stopped, over',
    'a minute passes': 'worker absent, ring timed-out',
  },
  'not answered': {
    ...allIgnored,
    ...standbyCanOpen,
    ...ringIsOver,
    ...noCall,
    ...busyElsewhere,
    ...bothHere,
    ...mayBeOver,
    ...callCanBeAdopted,
    ring: 'ring ring-000000000002',
  },
  'deferred': {
    ...allIgnored,
    ...standbyCanOpen,
    ...ringIsOver,
    ...noCall,
    ...busyElsewhere,
    ...bothHere,
    ...callCanBeAdopted,
    'ring': 'ring ring-000000000002, not deferred',
    'visit in person instead': 'not deferred, over',
    'outcome stored': 'not deferred, over',
    'a minute passes': 'not deferred',
  },
  'in call': {
    ...allIgnored,
    ...ringIsOver,
    ...busyElsewhere,
    ...callStands,
    'worker page comes again': 'call-000000000001 opened 1 with physician',
    'new worker page comes':
      'worker here with page-that-is-new-1, unchecked true, taken over, call-000000000001 opened 1 with physician',
    'worker page of another device comes':
      'worker here with page-that-is-new-1, unchecked true, taken over, call-000000000001 opened 1 with physician',
    'new physician page comes':
      'physician here with page-that-is-new-1, call-000000000001 opened 1 with worker',
    'worker line lost': 'worker away',
    'physician line lost': 'physician away',
    'readiness reported': 'sound-only false',
    'worker signals': 'signal to physician',
    'physician signals': 'signal to worker',
    'worker renews':
      'call-000000000001 opened 2 with worker and physician, opened to worker, opened to physician who offers',
    'worker hangs up': 'call-000000000001 opened 1 with physician',
  },
  'in call, worker away': {
    ...allIgnored,
    ...ringIsOver,
    ...busyElsewhere,
    ...callStands,
    'worker page resumes its conversation': 'worker here with page-of-worker-001',
    'worker page comes again':
      'worker here with page-of-worker-001, call-000000000001 opened 1 with physician',
    'worker page comes again holding the call': 'worker here with page-of-worker-001',
    'new worker page comes':
      'worker here with page-that-is-new-1, unchecked true, call-000000000001 opened 1 with physician',
    'worker page of another device comes':
      'worker here with page-that-is-new-1, unchecked true, taken over, call-000000000001 opened 1 with physician',
    'new physician page comes':
      'physician here with page-that-is-new-1, call-000000000001 opened 1 with worker',
    'physician line lost': 'physician away',
    'readiness reported': 'sound-only false',
    'worker signals': 'signal to physician',
    'physician signals': 'signal to worker',
    'worker renews': 'call-000000000001 awaited 1 with worker and physician',
    'worker hangs up': 'call-000000000001 opened 1 with physician',
    'a minute passes': 'worker absent',
  },
  'in call, physician away': {
    ...allIgnored,
    ...ringIsOver,
    ...busyElsewhere,
    ...callStands,
    'worker page comes again': 'call-000000000001 opened 1 with physician',
    'new worker page comes':
      'worker here with page-that-is-new-1, unchecked true, taken over, call-000000000001 opened 1 with physician',
    'worker page of another device comes':
      'worker here with page-that-is-new-1, unchecked true, taken over, call-000000000001 opened 1 with physician',
    'physician page comes again holding the call': 'physician here with page-of-physician-1',
    'new physician page comes':
      'physician here with page-that-is-new-1, call-000000000001 opened 1 with worker',
    'worker line lost': 'worker away',
    'readiness reported': 'sound-only false',
    'worker signals': 'signal to physician',
    'physician signals': 'signal to worker',
    'worker renews': 'call-000000000001 awaited 1 with worker and physician',
    'worker hangs up': 'call-000000000001 opened 1 with physician',
    'a minute passes': 'physician absent',
  },
  'worker left call': {
    ...allIgnored,
    ...ringIsOver,
    ...busyElsewhere,
    ...bothHere,
    ...callStands,
    'worker page comes again holding the call':
      'call-000000000001 opened 1 with worker and physician',
    'new physician page comes':
      'physician here with page-that-is-new-1, call-000000000001 opened 1 with nobody',
    'ring': 'ring ring-000000000002',
    'answer':
      'call-000000000001 opened 2 with worker and physician, opened to worker, opened to physician who offers',
    'worker rejoins':
      'call-000000000001 opened 2 with worker and physician, opened to worker, opened to physician who offers',
  },
  'physician out of call': {
    ...allIgnored,
    ...ringIsOver,
    ...busyElsewhere,
    ...bothHere,
    ...callStands,
    'worker page comes again': 'call-000000000001 opened 1 with nobody',
    'new worker page comes':
      'worker here with page-that-is-new-1, unchecked true, taken over, call-000000000001 opened 1 with nobody',
    'worker page of another device comes':
      'worker here with page-that-is-new-1, unchecked true, taken over, call-000000000001 opened 1 with nobody',
    'physician page comes again holding the call':
      'call-000000000001 opened 1 with worker and physician',
    'worker renews': 'call-000000000001 awaited 1 with worker',
    'physician rejoins':
      'call-000000000001 opened 2 with worker and physician, opened to worker, opened to physician who offers',
    'worker hangs up': 'call-000000000001 opened 1 with nobody',
  },
  'new attempt awaited': {
    ...allIgnored,
    ...ringIsOver,
    ...busyElsewhere,
    ...callStands,
    'worker page resumes its conversation':
      'worker here with page-of-worker-001, call-000000000001 opened 2 with worker and physician, opened to worker, opened to physician who offers',
    'worker page comes again':
      'worker here with page-of-worker-001, call-000000000001 awaited 1 with physician',
    'worker page comes again holding the call':
      'worker here with page-of-worker-001, call-000000000001 opened 2 with worker and physician, opened to worker, opened to physician who offers',
    'new worker page comes':
      'worker here with page-that-is-new-1, unchecked true, call-000000000001 awaited 1 with physician',
    'worker page of another device comes':
      'worker here with page-that-is-new-1, unchecked true, taken over, call-000000000001 awaited 1 with physician',
    'new physician page comes':
      'physician here with page-that-is-new-1, call-000000000001 awaited 1 with worker',
    'physician line lost': 'physician away',
    'readiness reported': 'sound-only false',
    'worker hangs up': 'call-000000000001 awaited 1 with physician',
    'a minute passes': 'worker absent',
  },
  'call ended': {
    ...allIgnored,
    ...ringIsOver,
    ...noCall,
    ...busyElsewhere,
    ...bothHere,
    ...mayBeOver,
    'ring': 'ring ring-000000000002',
    'stop ring': 'physician refused ring-over',
  },
  'appointment over': {
    ...allIgnored,
    ...ringIsOver,
    ...noCall,
    ...bothHere,
    'ring': 'physician refused transition-refused',
    'ring while ringing elsewhere': 'physician refused transition-refused',
    'ring while in a call elsewhere': 'physician refused transition-refused',
  },
}

describe.each(Object.keys(states) as StateName[])('%s', (state) => {
  test.each(Object.keys(events) as EventName[])('%s', (event) => {
    expect(inWords(state, event)).toBe(table[state][event])
  })
})
