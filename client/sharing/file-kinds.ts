/** What may be handed over, and under which name. A name comes from another person's page: only its last words are kept. */
import type { PagesRefusal } from './pages.ts'

/** Pictures and papers. No program, no page, no archive: nobody sends those in a consultation. */
const pictureKinds = ['jpg', 'jpeg', 'png', 'webp', 'heic'] as const
const paperKinds = ['pdf', 'docx', 'odt', 'xlsx', 'ods', 'txt', 'csv'] as const
const kinds: readonly string[] = [...pictureKinds, ...paperKinds]

/** For a file field: what the person is offered to choose from. */
export const acceptedFiles = kinds.map((kind) => `.${kind}`).join(',')

/** Bytes. A phone's largest photo has 15 MB; the receiver holds all of it in memory. */
export const largestFile = 25_000_000

/** Why a file does not leave, or is not shown. */
export type FileRefusal = 'kind' | 'empty' | 'large' | 'unreadable' | PagesRefusal

export function refusalOf(file: Pick<File, 'name' | 'size'>): FileRefusal | null {
  if (cleanName(file.name) === null) return 'kind'
  if (file.size === 0) return 'empty'
  return file.size > largestFile ? 'large' : null
}

const longestName = 80

/** The kind in small letters, by the name's end; null when it is none of those that may be handed over. */
export function kindOf(name: string): string | null {
  const kind = /\.([a-z]{2,4})$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  return kinds.includes(kind) ? kind : null
}

/**
 * Returns the name as it may be shown and stored: no folders, no control characters or turned directions (Unicode UAX
 * #9), nothing that a file system reads as a command; null when no kind is left that may be handed over.
 */
export function cleanName(name: string): string | null {
  const last = name.slice(0, 1_000).split(/[/\\]/).at(-1) ?? ''
  const plain = last
    .replaceAll(/[\p{C}\p{Zl}\p{Zp}<>:"|?*%]/gu, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
  const kind = kindOf(plain)
  if (kind === null) return null
  const stem = Array.from(plain.slice(0, -kind.length - 1))
    .slice(0, longestName)
    .join('')
    .replaceAll(/^[.\s~-]+|[.\s]+$/g, '')
  // Names that Windows keeps for its devices.
  const isDevice = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(stem)
  return `${stem === '' || isDevice ? 'file' : stem}.${kind}`
}

/** "1.2 MB", in the page's language. */
export function sizeInWords(bytes: number): string {
  const isSmall = bytes < 1_000_000
  return new Intl.NumberFormat(document.documentElement.lang, {
    style: 'unit',
    unit: isSmall ? 'kilobyte' : 'megabyte',
    maximumFractionDigits: isSmall ? 0 : 1,
  }).format(isSmall ? Math.ceil(bytes / 1000) : bytes / 1_000_000)
}

/** Twelve of the 64 digits of a SHA-256, for two people to compare: `3F2A 9C01 7BDE`. */
export function shortHash(sha256: string): string {
  return sha256
    .slice(0, 12)
    .toUpperCase()
    .replaceAll(/(.{4})(?=.)/g, '$1 ')
}
