import { describe, expect, test } from 'vitest'
import { readBirthDate, readEmail, readLanguage, readPhone, type Cell } from './cells.ts'

const today = '2026-11-24'
const said = <Value>(cell: Cell<Value>) => (cell.ok ? cell.value : cell.problem)

describe('a birth date', () => {
  test.each([
    ['12/03/1987', '1987-03-12'],
    ['12-03-1987', '1987-03-12'],
    ['12.03.1987', '1987-03-12'],
    ['1/3/1987', '1987-03-01'],
    ['1987-03-12', '1987-03-12'],
    ['1987/03/12', '1987-03-12'],
    ['12/03/1987 00:00:00', '1987-03-12'],
    ['1987-03-12T00:00:00.000Z', '1987-03-12'],
    ['31848', '1987-03-12'], // Excel's number for that day
    ['29/02/1988', '1988-02-29'],
    ['24/11/2012', '2012-11-24'], // fourteen today
    ['29/02/1987', 'not-a-date'],
    ['31/04/1987', 'not-a-date'],
    ['03/25/1987', 'not-a-date'], // month first
    ['12/03/87', 'not-a-date'],
    ['12/03-1987', 'not-a-date'],
    ['1987', 'not-a-date'],
    ['12 maart 1987', 'not-a-date'],
    ['12/03/1987 08:30', 'not-a-date'],
    ['00/00/0000', 'not-a-date'],
    ['31848,5', 'not-a-date'],
    ['25/11/2012', 'birth-date-implausible'],
    ['01/01/2030', 'birth-date-implausible'],
    ['01/01/1900', 'birth-date-implausible'],
    ['99999', 'birth-date-implausible'],
  ])('%s reads as %s', (cell, expected) => {
    expect(said(readBirthDate(cell, today))).toBe(expected)
  })
})

describe('a telephone number', () => {
  test.each([
    ['0470 12 34 56', '+32470123456'],
    ['0470/12.34.56', '+32470123456'],
    ['(0470) 12-34-56', '+32470123456'],
    ['+32 470 12 34 56', '+32470123456'],
    ['+32 (0)470 12 34 56', '+32470123456'],
    ['+32 0470 12 34 56', '+32470123456'],
    ['0032470123456', '+32470123456'],
    ['32470123456', '+32470123456'],
    ['470123456', '+32470123456'], // Excel ate the zero
    ["'0470123456", '+32470123456'],
    ['02 555 01 00', '+3225550100'],
    ['04 222 33 44', '+3242223344'],
    ['087 55 01 00', '+3287550100'],
    ['+49 2471 123456', '+492471123456'],
    ['0033 1 23 45 67 89', '+33123456789'],
    ['0470 12 34', 'not-a-phone-number'],
    ['0470 12 34 56 78', 'not-a-phone-number'],
    ['25550100', 'not-a-phone-number'],
    ['geen', 'not-a-phone-number'],
    ['0470123456 (privé)', 'not-a-phone-number'],
    ['+', 'not-a-phone-number'],
    ['++32470123456', 'not-a-phone-number'],
  ])('%s reads as %s', (cell, expected) => {
    expect(said(readPhone(cell))).toBe(expected)
  })
})

describe('an e-mail address', () => {
  test.each([
    ['an.peeters@example.be', 'an.peeters@example.be'],
    ["o'brien+werk@mail.example.co.uk", "o'brien+werk@mail.example.co.uk"],
    ['mailto:an@example.be', 'an@example.be'],
    ['an@example', 'not-an-email'],
    ['an.example.be', 'not-an-email'],
    ['an@example.be, jan@example.be', 'not-an-email'],
    ['An <an@example.be>', 'not-an-email'],
    ['an..peeters@example.be', 'not-an-email'],
    ['.an@example.be', 'not-an-email'],
    ['an@-example.be', 'not-an-email'],
    ['an@exämple.be', 'not-an-email'],
    [`${'a'.repeat(250)}@example.be`, 'too-long'],
  ])('%s reads as %s', (cell, expected) => {
    expect(said(readEmail(cell))).toBe(expected)
  })
})

describe('a language', () => {
  test.each([
    ['NL', 'nl'],
    ['N', 'nl'],
    ['Nederlands', 'nl'],
    ['néerlandais', 'nl'],
    ['nl-BE', 'nl'],
    ['Français', 'fr'],
    ['Franzo\u0308sisch', 'fr'],
    ['F', 'fr'],
    ['Allemand', 'de'],
    ['DE', 'de'],
    ['english', 'en'],
    ['ES', 'not-a-language'],
    ['Nederlands/Frans', 'not-a-language'],
  ])('%s reads as %s', (cell, expected) => {
    expect(said(readLanguage(cell))).toBe(expected)
  })
})
