// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openRouter, type Router } from './router.ts'

// happy-dom follows a link before the event has reached the document; a browser waits for `preventDefault`.
const { happyDOM } = window as unknown as {
  happyDOM: { settings: { navigation: Record<string, boolean> } }
}
Object.assign(happyDOM.settings.navigation, {
  disableMainFrameNavigation: true,
  disableFallbackToSetURL: true,
})

let router: Router
let seen: string[]

beforeEach(() => {
  history.replaceState(null, '', '/office/sessions/2026-11-24?lang=nl')
  seen = []
  router = openRouter(window, '/office/', (path) => seen.push(path))
})

afterEach(() => {
  router.close()
  document.body.replaceChildren()
})

/** Clicks on something inside a new link; tells whether the router took the click. */
function click(href: string, change: (link: HTMLAnchorElement) => void = () => {}) {
  const link = document.createElement('a')
  link.href = href
  link.append(document.createElement('span'))
  change(link)
  document.body.append(link)
  const event = new MouseEvent('click', { bubbles: true, cancelable: true })
  link.firstElementChild?.dispatchEvent(event)
  return event.defaultPrevented
}

test('the path is what the address says', () => {
  expect(router.path).toBe('sessions/2026-11-24')
})

test('a link below the base changes the page and keeps the language', () => {
  expect(click('/office/workers')).toBe(true)
  expect(seen).toEqual(['workers'])
  expect(location.pathname + location.search).toBe('/office/workers?lang=nl')
})

test('another place, language, tab or a download stays the browser’s', () => {
  const taken = [
    click('/desk/'),
    click('?lang=fr'),
    click('#content'),
    click('https://elsewhere.example/office/'),
    click('/office/workers', (link) => (link.target = '_blank')),
    click('/office/list.csv', (link) => link.setAttribute('download', '')),
  ]
  expect(taken).toEqual([false, false, false, false, false, false])
  expect(seen).toEqual([])
})

test('a closed router hears nothing any more', () => {
  router.close()
  expect(click('/office/places')).toBe(false)
  expect(seen).toEqual([])
})
