/**
 * Sends no indentation of templates to a phone: each run of white space that holds a line break becomes one space, which
 * is the same to HTML everywhere but in `<pre>`.
 */
import { parseSync, type Plugin } from 'vite'

export function tightTemplates(): Plugin {
  return {
    name: 'visite:tight-templates',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: /\/client\/.*\.ts$/, code: 'html`' },
      handler: (code, id) => ({ code: tighten(code, id), map: null }),
    },
  }
}

interface Range {
  readonly start: number
  readonly end: number
}

export function tighten(code: string, file: string): string {
  const { errors, program } = parseSync(file, code)
  if (errors[0] !== undefined) throw new Error(`${file}: ${errors[0].message}`)
  return textsOf(program)
    .toSorted((one, other) => other.start - one.start)
    .reduce((text, { start, end }) => {
      const tight = text.slice(start, end).replace(/\s*\n\s*/g, ' ')
      return text.slice(0, start) + tight + text.slice(end)
    }, code)
}

/** The words of all templates below a node, without what is put in between. */
function textsOf(node: unknown): Range[] {
  if (Array.isArray(node)) return node.flatMap(textsOf)
  if (typeof node !== 'object' || node === null) return []
  return [...(isTemplate(node) ? node.quasi.quasis : []), ...Object.values(node).flatMap(textsOf)]
}

function isTemplate(node: object): node is { readonly quasi: { readonly quasis: Range[] } } {
  if (!('type' in node && node.type === 'TaggedTemplateExpression' && 'tag' in node)) return false
  const { tag } = node
  return typeof tag === 'object' && tag !== null && 'name' in tag && tag.name === 'html'
}
