/**
 * What the header's cells mean. An unknown column is refused, never skipped: an employer's export may hold facts about
 * health, and those must not come in.
 */
import { AppError } from '../errors.ts'
import { rosterColumns, type RosterColumn } from '../protocol/planning.ts'
import { foldWords } from '../rules/fold.ts'

export interface MatchedColumn {
  readonly column: RosterColumn
  /** As it stands in the file. */
  readonly header: string
  /** Of the cell in each record, from 0. */
  readonly index: number
}

/** A worker cannot be planned or written to without these. */
const obligatory: readonly RosterColumn[] = ['last-name', 'first-name', 'birth-date', 'language']

/** As `foldWords` leaves them: "Date de naissance" is `datedenaissance`. */
const spellings: Record<RosterColumn, string> = {
  'last-name': `
    naam familienaam achternaam
    nom nomdefamille
    name nachname familienname zuname
    lastname surname familyname
  `,
  'first-name': `
    voornaam roepnaam
    prenom
    vorname rufname
    firstname givenname forename
  `,
  'birth-date': `
    geboortedatum geboren geboortedag gebdatum
    datedenaissance datenaissance naissance neele nele
    geburtsdatum gebdatum geborenam
    dateofbirth birthdate dob born
  `,
  'email': `
    email mail emailadres mailadres epost
    adresseemail adressemail courriel adressecourriel mel
    emailadresse mailadresse
    emailaddress mailaddress
  `,
  'phone': `
    telefoon telefoonnummer tel telnr gsm gsmnummer mobiel gsmnr
    telephone numerodetelephone notelephone ndetelephone portable mobile telephonemobile
    telefon telefonnummer handy handynummer mobil mobiltelefon
    phone phonenumber telephonenumber mobilephone cellphone mobilenumber
  `,
  'language': `
    taal taalcode taalrol voertaal
    langue codelangue rolelinguistique
    sprache sprachcode
    language languagecode lang
  `,
  'personnel-number': `
    personeelsnummer personeelsnr stamnummer stamnr werknemersnummer
    matricule numerodematricule nomatricule ndematricule numerodupersonnel numeropersonnel
    personalnummer personalnr mitarbeiternummer
    personnelnumber employeenumber employeeid staffnumber personnelno
  `,
  'post': `
    functie functienaam werkpost post
    poste postedetravail fonction
    posten arbeitsposten arbeitsplatz funktion stelle
    job jobtitle workstation function
  `,
}

const bySpelling = new Map<string, RosterColumn>(
  rosterColumns.flatMap((column) =>
    spellings[column]
      .trim()
      .split(/\s+/)
      .map((spelling) => [spelling, column]),
  ),
)

/** How many of these cells are columns that we know: tells the separator, and the header from anything else. */
export function countKnown(header: readonly string[]): number {
  return header.filter((cell) => bySpelling.has(foldWords(cell))).length
}

/** Throws `roster-columns` naming the column that is unknown, there twice, or missing. Blank headers are skipped. */
export function matchColumns(header: readonly string[]): MatchedColumn[] {
  const matched: MatchedColumn[] = []
  for (const [index, cell] of header.entries()) {
    const name = cell.trim()
    if (name === '') continue
    const column = bySpelling.get(foldWords(name))
    if (column === undefined || matched.some((other) => other.column === column)) {
      throw new AppError('roster-columns', name.slice(0, 200))
    }
    matched.push({ column, header: name, index })
  }
  const missing = obligatory.find((column) => !matched.some((other) => other.column === column))
  if (missing !== undefined) throw new AppError('roster-columns', missing)
  return matched
}

/** The letters above a column in a spreadsheet, for a cell without a header: 0 is A, 26 is AA. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26)
  return (rest === 0 ? '' : columnLetters(rest - 1)) + String.fromCodePoint(65 + (index % 26))
}
