import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AppError } from '../errors.ts'
import { readRoster, type Roster } from './read.ts'
import { header, roster, rosterLine, toUtf8, toWindows1252 } from './specimens.ts'

const today = '2026-11-24'
const read = (bytes: Uint8Array) => readRoster(bytes, today)
const an = { lastName: 'Peeters', firstName: 'An', birthDate: '1987-03-12', language: 'nl' }

async function refusal(bytes: Uint8Array): Promise<unknown> {
  return read(bytes).then(
    () => null,
    (error: unknown) => (error instanceof AppError ? { code: error.code, at: error.at } : error),
  )
}

const findings = ({ findings }: Roster) =>
  findings.map(({ row, column, problem }) => `${row} ${column} ${problem}`)

describe('a roster is read', () => {
  test('with every column', async () => {
    const result = await read(roster(rosterLine()))
    expect(result.rows).toEqual([
      {
        row: 2,
        ...an,
        email: 'an@example.be',
        phone: '+32470123456',
        personnelNumber: '00123',
        post: null,
      },
    ])
    expect(result).toMatchObject({
      encoding: 'utf-8',
      separator: ';',
      rowCount: 1,
      findings: [],
      sample: [{ row: 2, firstName: 'An', birthDate: '1987-03-12', language: 'nl' }],
    })
    expect(result.columns[0]).toEqual({ header: 'Naam', column: 'last-name' })
  })

  const minimal = (separator: string, end = '\r\n') =>
    [
      ['Nom', 'Prénom', 'Date de naissance', 'Langue'],
      ['Müller', 'Zoé', '12/03/1987', 'FR'],
    ]
      .map((cells) => cells.join(separator))
      .join(end)

  test.each([
    ['UTF-8', toUtf8(minimal(';')), 'utf-8', ';'],
    ['UTF-8 with a byte order mark', toUtf8(`\ufeff${minimal(';')}`), 'utf-8', ';'],
    ['Windows-1252', toWindows1252(minimal(';')), 'windows-1252', ';'],
    ['commas', toUtf8(minimal(',')), 'utf-8', ','],
    ['tabs', toUtf8(minimal('\t')), 'utf-8', '\t'],
    ['line feeds alone', toUtf8(minimal(';', '\n')), 'utf-8', ';'],
    ['carriage returns alone', toUtf8(minimal(';', '\r')), 'utf-8', ';'],
    ['Excel’s sep line', toUtf8(`sep=,\r\n${minimal(',')}`), 'utf-8', ','],
    ['a byte order mark and a sep line', toUtf8(`\ufeffsep=;\n${minimal(';')}`), 'utf-8', ';'],
    ['empty rows at the end', toUtf8(`${minimal(';')}\r\n;;;\r\n\r\n;;;\r\n`), 'utf-8', ';'],
    ['decomposed accents', toUtf8(minimal(';').normalize('NFD')), 'utf-8', ';'],
  ])('in %s', async (_, bytes, encoding, separator) => {
    const result = await read(bytes)
    expect(result).toMatchObject({ encoding, separator, rowCount: 1, findings: [] })
    expect(result.rows).toMatchObject([{ row: 2, lastName: 'Müller', firstName: 'Zoé' }])
  })

  test.each([
    'Naam;Voornaam;Geboortedatum;Taal',
    ' FAMILIENAAM ;voornaam;geboorte-datum;Taalrol',
    'Nom;Prenom;Né(e) le;Langue',
    'Nachname;Vorname;Geburtsdatum;Sprache',
    'Last name;First_Name;Date of Birth;Language',
    '"Naam";"Voornaam";"Geboortedatum";"Taal";;;',
  ])('under the header %s', async (line) => {
    const result = await read(toUtf8(`${line}\nPeeters;An;12/03/1987;NL;;`))
    expect(result.rows).toMatchObject([an])
  })

  test('with quotes, quoted separators, and line breaks in a cell', async () => {
    const result = await read(
      roster(
        '"Van den ""Berg""; junior";"An\r\nMarie";12/03/1987;;;NL;',
        rosterLine({ lastName: 'Peeters "Jef"', email: '-', number: '' }),
      ),
    )
    expect(result.rows).toMatchObject([
      { row: 2, lastName: 'Van den "Berg"; junior', firstName: 'An Marie', email: null },
      { row: 3, lastName: 'Peeters "Jef"', email: null, personnelNumber: null },
    ])
  })

  test('with names of every kind', async () => {
    const names = [
      "D'Hondt",
      "O'Brien",
      'Null',
      'محمد',
      '王小明',
      'de la Vallée-Poussin',
      'Ñ',
      'X Æ',
    ]
    const lines = names.map((lastName, index) =>
      rosterLine({ lastName, email: '', number: `${index}` }),
    )
    const result = await read(roster(...lines))
    expect(result.findings).toEqual([])
    expect(result.rows.map((row) => row.lastName)).toEqual(names)
  })

  test('counting rows as the spreadsheet does, empty ones included', async () => {
    const result = await read(roster('', rosterLine(), ';;;', rosterLine({ birthDate: 'x' })))
    expect(result.rows).toMatchObject([{ row: 3 }])
    expect(findings(result)).toEqual(['5 Geboortedatum not-a-date'])
  })
})

describe('a cell is refused, row and column named', () => {
  test.each([
    [{ lastName: '' }, 'Naam missing'],
    [{ firstName: '  ' }, 'Voornaam missing'],
    [{ birthDate: '-' }, 'Geboortedatum missing'],
    [{ language: '' }, 'Taal missing'],
    [{ language: 'ES' }, 'Taal not-a-language'],
    [{ birthDate: '30/02/1987' }, 'Geboortedatum not-a-date'],
    [{ birthDate: '12/03/2020' }, 'Geboortedatum birth-date-implausible'],
    [{ email: 'an@' }, 'E-mail not-an-email'],
    [{ phone: '12' }, 'GSM not-a-phone-number'],
    [{ lastName: 'x'.repeat(121) }, 'Naam too-long'],
    [{ number: 'x'.repeat(201) }, 'Personeelsnummer too-long'],
    [{ lastName: 'Pee\u0007ters' }, 'Naam control-character'],
    [{ lastName: '\u202eretteP' }, 'Naam control-character'],
    [{ lastName: 'Pee\ufffdters' }, 'Naam control-character'],
    [{ lastName: '=HYPERLINK("http://x")' }, 'Naam formula'],
    [{ firstName: '@SUM(A1)' }, 'Voornaam formula'],
    [{ firstName: '+1' }, 'Voornaam formula'],
    [{ firstName: '-1+1' }, 'Voornaam formula'],
    [{ phone: '=32470123456' }, 'GSM formula'],
    [{ lastName: '#REF!' }, 'Naam spreadsheet-error'],
    [{ email: '#N/B' }, 'E-mail spreadsheet-error'],
    [{ birthDate: '########' }, 'Geboortedatum spreadsheet-error'],
    [{ phone: '3,2470E+10' }, 'GSM spreadsheet-error'],
    [{ number: '1,23E+09' }, 'Personeelsnummer spreadsheet-error'],
  ])('%j: %s', async (change, expected) => {
    const result = await read(roster(rosterLine(change)))
    expect(findings(result)).toEqual([`2 ${expected}`])
    expect(result).toMatchObject({ rowCount: 1, rows: [] })
  })

  test('when it stands beyond the header', async () => {
    expect(findings(await read(roster(`${rosterLine()};;diabetes`)))).toEqual([
      '2 I too-many-cells',
    ])
  })

  test('and the other rows stay', async () => {
    const good = rosterLine({ lastName: 'Claes', email: '', number: '7' })
    const result = await read(roster(rosterLine({ email: 'x', language: '' }), good))
    expect(findings(result)).toEqual(['2 Taal missing', '2 E-mail not-an-email'])
    expect(result.rows).toMatchObject([{ row: 3, lastName: 'Claes' }])
  })

  test.each([
    ['number', rosterLine({ lastName: 'Claes', email: '' }), 'Personeelsnummer'],
    ['address', rosterLine({ lastName: 'Claes', email: 'AN@example.be', number: '' }), 'E-mail'],
    ['name and birth date', rosterLine({ lastName: 'PEETERS', email: '', number: '' }), 'Naam'],
  ])('when the same %s stands twice', async (_, line, column) => {
    const result = await read(roster(rosterLine(), line))
    expect(findings(result)).toEqual([`3 ${column} twice-in-file`])
    expect(result.rows).toHaveLength(1)
  })
})

describe('a file is refused', () => {
  test.each([
    ['a column that nobody asked for', `${header};Diagnose`, 'Diagnose'],
    [
      'who signs or reads lips, which is not the employer’s to tell',
      `${header};Liplezen`,
      'Liplezen',
    ],
    ['a column twice', `${header};Achternaam`, 'Achternaam'],
    ['a missing column', 'Naam;Voornaam;Taal', 'birth-date'],
    ['no header', rosterLine(), 'Peeters'],
    ['a name of the prototype', `${header};__proto__;constructor`, '__proto__'],
  ])('for %s', async (_, line, at) => {
    expect(await refusal(toUtf8(`${line}\n${rosterLine()}`))).toEqual({
      code: 'roster-columns',
      at,
    })
  })

  test.each([
    ['nothing', toUtf8('')],
    ['blank lines', toUtf8('\r\n \r\n')],
    ['a workbook', Buffer.from('PK\u0003\u0004\u0014\u0000\u0006', 'latin1')],
    ['UTF-16', Buffer.from(`\ufeff${header}`, 'utf16le')],
    ['bytes of no text', Buffer.from([0x4e, 0x81, 0x8d, 0xff])],
    ['a quote that never ends', toUtf8(`${header}\n"Peeters;An`)],
  ])('when it is %s', async (_, bytes) => {
    expect(await refusal(bytes)).toEqual({ code: 'roster-unreadable', at: undefined })
  })

  test('beyond 5,000 rows, not at 5,000', async () => {
    const lines = (count: number) =>
      Array.from({ length: count }, (_, index) =>
        rosterLine({ lastName: `P${index}`, email: '', number: `${index}` }),
      )
    expect((await read(roster(...lines(5000), '', ';;'))).rows).toHaveLength(5000)
    expect(await refusal(roster(...lines(5001)))).toMatchObject({ code: 'too-large' })
  })

  test('for a line above 64 KiB', async () => {
    const long = rosterLine({ lastName: 'x'.repeat(70_000) })
    expect(await refusal(roster(long))).toMatchObject({ code: 'too-large' })
  })
})

test('any bytes are read or refused with a code', async () => {
  const text = toUtf8(`${header}\r\n${rosterLine()}\r\n${rosterLine({ lastName: 'Ü"' })}`)
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(text.length - 1), fc.nat(255)), { maxLength: 8 }),
      async (damage) => {
        const bytes = Uint8Array.from(text)
        for (const [index, byte] of damage) bytes[index] = byte
        const result = await read(bytes).catch((error: unknown) => error)
        if (result instanceof Error) expect(result).toBeInstanceOf(AppError)
      },
    ),
    { numRuns: 300 },
  )
})
