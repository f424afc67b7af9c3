import { describe, expect, test } from 'vitest'
import { locales } from '../protocol/primitives.ts'
import { renderCallIn, renderDelay } from './delay.ts'
import { house, invitation } from './testing.ts'

const late = { ...invitation, expectedAt: '2026-11-24T08:55:00.000Z' } as const

describe.each([...locales])('the mails of a delay in %s', (language) => {
  const facts = { ...late, worker: { ...late.worker, language } }
  test.each([renderDelay, renderCallIn])('name the new time and carry the link: %o', (render) => {
    const mail = render(facts, house)
    expect(mail.subject).toContain('09:55')
    expect(mail.text).toContain(invitation.callLink)
    expect(mail.calendar).toBeNull()
  })
  test('call to the room where there is one', () => {
    const mail = renderCallIn({ ...facts, placeName: 'Proximus 4.12' }, house)
    expect(mail.text).toContain('Proximus 4.12')
    expect(renderCallIn(facts, house).text).not.toContain('Proximus')
  })
})
