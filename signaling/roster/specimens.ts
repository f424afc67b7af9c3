/** Rosters as tests need them: text in some encoding. */

/** Windows-1252 is Latin-1 for all that these specimens hold, but for the euro sign's range, which they leave out. */
export function toWindows1252(text: string): Uint8Array {
  return Buffer.from(text, 'latin1')
}

export function toUtf8(text: string): Uint8Array {
  return Buffer.from(text, 'utf8')
}

export const header = 'Naam;Voornaam;Geboortedatum;E-mail;GSM;Taal;Personeelsnummer'

/** A row that is right, with these cells instead. */
export function rosterLine(change: Partial<Record<keyof typeof cells, string>> = {}): string {
  return Object.values({ ...cells, ...change }).join(';')
}

const cells = {
  lastName: 'Peeters',
  firstName: 'An',
  birthDate: '12/03/1987',
  email: 'an@example.be',
  phone: '0470 12 34 56',
  language: 'NL',
  number: '00123',
}

export function roster(...lines: string[]): Uint8Array {
  return toUtf8([header, ...lines].join('\r\n'))
}
