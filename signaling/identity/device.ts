/** Which device a login is on, so far that its owner recognises it: never more of the User-Agent is kept. */
import type { BrowserName, Device, SystemName } from '../protocol/own-access.ts'

/** In this order: Edge also says Chrome, and Chrome also says Safari. */
const browserSigns: readonly [BrowserName, RegExp][] = [
  ['edge', /\bEdg(e|A|iOS)?\//],
  ['firefox', /\b(Firefox|FxiOS)\//],
  ['chrome', /\b(Chrome|CriOS|Chromium)\//],
  ['safari', /\bSafari\//],
]
/** Android also says Linux; a telephone of Apple also says "like Mac OS X". */
const systemSigns: readonly [SystemName, RegExp][] = [
  ['ios', /\b(iPhone|iPad|iPod)\b/],
  ['android', /\bAndroid\b/],
  ['windows', /\bWindows\b/],
  ['macos', /\bMac OS X\b/],
  ['linux', /\bLinux\b/],
]

export function toDevice(userAgent: string | undefined): Device | null {
  if (userAgent === undefined || userAgent === '') return null
  const first = <Word>(signs: readonly [Word, RegExp][]) =>
    signs.find(([, sign]) => sign.test(userAgent))?.[0]
  return `${first(browserSigns) ?? 'other'} ${first(systemSigns) ?? 'other'}`
}

const names: Record<BrowserName | SystemName, string> = {
  edge: 'Edge',
  firefox: 'Firefox',
  chrome: 'Chrome',
  safari: 'Safari',
  ios: 'iOS',
  android: 'Android',
  windows: 'Windows',
  macos: 'macOS',
  linux: 'Linux',
  other: '',
}

/** What a passkey is called until its owner renames it: `Firefox, Windows`, the same in every language. */
export function passkeyNameOn(device: Device | null): string {
  const [browser, system] = (device ?? 'other other').split(' ') as [BrowserName, SystemName]
  return [names[browser], names[system]].filter((name) => name !== '').join(', ') || 'Passkey'
}
