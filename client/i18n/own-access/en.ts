/** One's own passkeys, and where one is signed in. */
export const texts = {
  'ownAccess.open': 'My sign-in',
  'ownAccess.close': 'Close',
  'ownAccess.loading': 'Being fetched.',
  'ownAccess.passkeys': 'My passkeys',
  'ownAccess.passkeys.why':
    'With a passkey you sign in. Make a second one on another device: then you can still sign in if you lose the first.',
  'ownAccess.none': 'You have no passkey yet.',
  'ownAccess.add': 'Add a passkey',
  'ownAccess.added': 'The passkey is added.',
  'ownAccess.name': 'Name',
  'ownAccess.rename': 'Rename',
  'ownAccess.save': 'Save',
  'ownAccess.remove': 'Remove',
  'ownAccess.removed': 'The passkey is removed. Remove it on your device as well.',
  'ownAccess.made': (when: string) => `Made ${when}`,
  'ownAccess.used': (when: string) => `last used ${when}`,
  'ownAccess.unused': 'never used',
  'ownAccess.logins': 'Where you are signed in',
  'ownAccess.logins.why':
    'Is there one that you do not know? End it, and call your service. A sign-in ends by itself after two hours without use, and after twelve hours.',
  'ownAccess.device': (browser: string, system: string) =>
    [browser, system].filter((word) => word !== '').join(', ') || 'Unknown device',
  'ownAccess.here': 'this one',
  'ownAccess.since': (when: string) => `Since ${when}`,
  'ownAccess.by.link': 'with a link',
  'ownAccess.by.passkey': 'with a passkey',
  'ownAccess.by.code': 'with a code',
  'ownAccess.by.oidc': 'with your service’s sign-in',
  'ownAccess.end': 'End',
  'ownAccess.ended': 'That sign-in has ended.',
  'ownAccess.endOthers': 'End all others',
  'ownAccess.endedOthers': 'All others have ended.',
}
export type OwnAccessTexts = typeof texts
