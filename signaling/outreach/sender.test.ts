import { expect, test } from 'vitest'
import { toSender } from './sender.ts'

const service = { name: 'Prevenia', phone: '02 555 01 00' }
const publicUrl = 'https://visite.example.be'
const from = (text: string) =>
  toSender({ service, publicUrl, mail: { smtpUrl: 'smtps://mail.example.be', from: text } })

test.each([
  ['afspraken@prevenia.be', 'Prevenia', 'afspraken@prevenia.be'],
  ['Dienst, Prevenia <afspraken@prevenia.be>', 'Dienst, Prevenia', 'afspraken@prevenia.be'],
  ['"Dienst" <afspraken@prevenia.be>', 'Dienst', 'afspraken@prevenia.be'],
  ['<afspraken@prevenia.be>', 'Prevenia', 'afspraken@prevenia.be'],
])('%s is a sender', (text, name, address) => {
  expect(from(text)).toEqual({ name, address })
})

test('without a mail server the sender carries the host that people open', () => {
  expect(toSender({ service, publicUrl, mail: null })).toEqual({
    name: 'Prevenia',
    address: 'visite@visite.example.be',
  })
})
