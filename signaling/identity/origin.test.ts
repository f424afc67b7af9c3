import { describe, expect, test } from 'vitest'
import { isOwnPage, ownOrigins } from './origin.ts'

const publicOrigins = ownOrigins('https://visite.example.be')
const localOrigins = ownOrigins('http://localhost:8080')

describe('a request is from our own page', () => {
  test.each([
    [{ origin: 'https://visite.example.be' }],
    [{ 'origin': 'https://visite.example.be', 'sec-fetch-site': 'same-origin' }],
  ])('with %j', (headers) => {
    expect(isOwnPage(headers, publicOrigins)).toBe(true)
  })

  test.each(['http://localhost:8080', 'http://127.0.0.1:8080'])(
    'on one’s own machine with %s',
    (origin) => {
      expect(isOwnPage({ origin }, localOrigins)).toBe(true)
    },
  )
})

describe('a request is not from our own page', () => {
  test.each([
    [{}],
    [{ origin: '' }],
    [{ origin: 'null' }],
    [{ origin: 'http://visite.example.be' }],
    [{ origin: 'https://visite.example.be/' }],
    [{ origin: 'https://visite.example.be:443' }],
    [{ origin: 'https://visite.example.be:8443' }],
    [{ origin: 'https://visite.example.be.evil.example' }],
    [{ origin: 'https://evil.example#https://visite.example.be' }],
    [{ origin: 'https://evilvisite.example.be' }],
    [{ origin: 'https://sub.visite.example.be' }],
    [{ origin: 'https://VISITE.example.be' }],
    [{ origin: 'https://visite.example.be, https://evil.example' }],
    [{ origin: 'file://' }],
    [{ referer: 'https://visite.example.be/office/' }],
    [{ 'origin': 'https://visite.example.be', 'sec-fetch-site': 'cross-site' }],
    [{ 'origin': 'https://visite.example.be', 'sec-fetch-site': 'same-site' }],
    [{ 'origin': 'https://visite.example.be', 'sec-fetch-site': 'none' }],
  ])('with %j', (headers) => {
    expect(isOwnPage(headers, publicOrigins)).toBe(false)
  })

  test.each([
    'http://localhost',
    'http://localhost:8081',
    'https://localhost:8080',
    'http://[::1]:8080',
  ])('on one’s own machine with %s', (origin) => {
    expect(isOwnPage({ origin }, localOrigins)).toBe(false)
  })
})
