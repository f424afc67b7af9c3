/**
 * Pages within one document: the path is the state, so that reload, back and a bookmark land on the same page.
 * A click on an ordinary link below `base` is taken over; whatever else a link can be (new tab, download, another
 * language, another site) stays the browser's.
 */
export interface Router {
  /** The path below `base`, without a slash at either end: `sessions/2026-11-24`. */
  readonly path: string
  go(path: string): void
  close(): void
}

/** `base` ends in a slash, `/office/`. `onChange` is called after every change of page, not for the first. */
export function openRouter(page: Window, base: string, onChange: (path: string) => void): Router {
  const current = () => decodePath(page.location.pathname.slice(base.length))

  const go = (path: string) => {
    // The language's `?lang=` is kept, or a reload would show another language.
    page.history.pushState(null, '', `${base}${encodeURI(path)}${page.location.search}`)
    onChange(current())
  }
  const onPopState = () => onChange(current())
  const onClick = (event: MouseEvent) => {
    if (event.defaultPrevented || event.button !== 0) return
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (link === null || !staysHere(link, page.location, base)) return
    event.preventDefault()
    go(decodePath(link.pathname.slice(base.length)))
  }

  page.addEventListener('popstate', onPopState)
  page.document.addEventListener('click', onClick)
  return {
    get path() {
      return current()
    },
    go,
    close() {
      page.removeEventListener('popstate', onPopState)
      page.document.removeEventListener('click', onClick)
    },
  }
}

function staysHere(link: HTMLAnchorElement, here: Location, base: string): boolean {
  const plain = link.target === '' && !link.hasAttribute('download')
  const below = link.origin === here.origin && link.pathname.startsWith(base)
  return plain && below && link.search === '' && link.hash === ''
}

function decodePath(path: string): string {
  try {
    return decodeURI(path).replace(/^\/+|\/+$/g, '')
  } catch {
    return ''
  }
}
