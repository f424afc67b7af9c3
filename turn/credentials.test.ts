import { describe, expect, test } from 'vitest'
import { createTurnCredentials, signTurnUsername } from './credentials.ts'

describe('TURN credentials', () => {
  test('agree with a vector that coturn accepted', () => {
    expect(signTurnUsername('north-sea', '1767225600:3f2c9a')).toBe('826OvhRP9v/2dGDz1Tnx0wy/M+I=')
  })

  test('expire after their lifetime, in whole seconds of Unix time', () => {
    const clock = { now: () => 1_767_222_000_999 }
    const { username, credential } = createTurnCredentials('north-sea', { clock }).issue('3f2c9a')
    expect(username).toBe('1767225600:3f2c9a')
    expect(credential).toBe('826OvhRP9v/2dGDz1Tnx0wy/M+I=')
  })

  test('differ for another person and for another secret', () => {
    const username = '1767225600:3f2c9a'
    expect(signTurnUsername('south-sea', username)).not.toBe(
      signTurnUsername('north-sea', username),
    )
    expect(signTurnUsername('north-sea', '1767225600:aaaaaa')).not.toBe(
      signTurnUsername('north-sea', username),
    )
  })
})
