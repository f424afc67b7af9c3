/** Which browser this is, as far as the steps on the screen differ. Never used to decide what works: that is tried. */
export type Browser =
  | 'ios-safari'
  | 'android-chrome'
  | 'samsung'
  | 'firefox'
  | 'desktop-chromium'
  | 'desktop-safari'
  | 'other'

export type System = 'ios' | 'android' | 'desktop'

export function browserOf(userAgent: string): Browser {
  const system = systemOf(userAgent)
  if (/SamsungBrowser/.test(userAgent)) return 'samsung'
  if (/Firefox\//.test(userAgent)) return 'firefox'
  if (system === 'ios') return /CriOS|FxiOS|EdgiOS/.test(userAgent) ? 'other' : 'ios-safari'
  if (/Chrome\//.test(userAgent))
    return system === 'android' ? 'android-chrome' : 'desktop-chromium'
  return /Safari\//.test(userAgent) && system === 'desktop' ? 'desktop-safari' : 'other'
}

/** An iPad says that it is a Mac; its steps are those of a Mac's Safari too. */
export function systemOf(userAgent: string): System {
  if (/iPhone|iPad|iPod/.test(userAgent)) return 'ios'
  return /Android/.test(userAgent) ? 'android' : 'desktop'
}

/** The browser that can call on this system, by name; null where several can. */
export function callingBrowserOf(userAgent: string): 'Safari' | 'Chrome' | null {
  const system = systemOf(userAgent)
  if (system === 'ios') return 'Safari'
  return system === 'android' ? 'Chrome' : null
}

/** Whether this window can make a call at all; windows inside mail apps often cannot. */
export function canCall(): boolean {
  return (
    typeof RTCPeerConnection === 'function' &&
    typeof navigator.mediaDevices?.getUserMedia === 'function'
  )
}
