/** The desk's keys. All have a modifier (WCAG 2.1.4), and all can be switched off. */
export const keyCommands = ['save', 'mute', 'camera', 'pause', 'text'] as const
export type KeyCommand = (typeof keyCommands)[number]

/** How the help writes each key. */
export const keyNames: Record<KeyCommand, readonly string[]> = {
  save: ['Ctrl', 'Enter'],
  mute: ['Ctrl', 'D'],
  camera: ['Ctrl', 'E'],
  pause: ['Alt', 'P'],
  text: ['Alt', 'T'],
}

/** Returns what a key press asks for; null for any other. On a Mac the command key is as good as Ctrl. */
export function commandOf(event: KeyboardEvent): KeyCommand | null {
  if (event.repeat || event.shiftKey) return null
  const control = (event.ctrlKey || event.metaKey) && !event.altKey
  const alt = event.altKey && !event.ctrlKey && !event.metaKey
  // `code` beside `key`: with Alt held, a Mac types another letter.
  const is = (letter: string) => event.code === `Key${letter}`
  if (control && event.key === 'Enter') return 'save'
  if (control && is('D')) return 'mute'
  if (control && is('E')) return 'camera'
  if (alt && is('P')) return 'pause'
  if (alt && is('T')) return 'text'
  return null
}

const storageKey = 'visite.desk.keys'

/** Whether the physician wants the keys, remembered on this device. A browser that keeps nothing has them on. */
export function loadKeysOn(): boolean {
  try {
    return localStorage.getItem(storageKey) !== 'off'
  } catch {
    return true
  }
}

export function saveKeysOn(on: boolean): void {
  try {
    localStorage.setItem(storageKey, on ? 'on' : 'off')
  } catch {
    // Not remembered then; it holds until the page goes.
  }
}
