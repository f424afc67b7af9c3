import type { OwnAccessTexts } from './en.ts'

export const texts: OwnAccessTexts = {
  'ownAccess.open': 'Mijn aanmelding',
  'ownAccess.close': 'Sluiten',
  'ownAccess.loading': 'Wordt opgehaald.',
  'ownAccess.passkeys': 'Mijn passkeys',
  'ownAccess.passkeys.why':
    'Met een passkey meldt u zich aan. Maak er een tweede op een ander toestel: dan kunt u zich nog aanmelden als u de eerste kwijt bent.',
  'ownAccess.none': 'U hebt nog geen passkey.',
  'ownAccess.add': 'Passkey toevoegen',
  'ownAccess.added': 'De passkey is toegevoegd.',
  'ownAccess.name': 'Naam',
  'ownAccess.rename': 'Naam wijzigen',
  'ownAccess.save': 'Opslaan',
  'ownAccess.remove': 'Verwijderen',
  'ownAccess.removed': 'De passkey is verwijderd. Verwijder hem ook op uw toestel.',
  'ownAccess.made': (when) => `Gemaakt op ${when}`,
  'ownAccess.used': (when) => `laatst gebruikt op ${when}`,
  'ownAccess.unused': 'nooit gebruikt',
  'ownAccess.logins': 'Waar u bent aangemeld',
  'ownAccess.logins.why':
    'Staat er een tussen die u niet kent? Beëindig die en bel uw dienst. Een aanmelding eindigt vanzelf na twee uur zonder gebruik, en na twaalf uur.',
  'ownAccess.device': (browser, system) =>
    [browser, system].filter((word) => word !== '').join(', ') || 'Onbekend toestel',
  'ownAccess.here': 'deze',
  'ownAccess.since': (when) => `Sinds ${when}`,
  'ownAccess.by.link': 'met een link',
  'ownAccess.by.passkey': 'met een passkey',
  'ownAccess.by.code': 'met een code',
  'ownAccess.by.oidc': 'met de aanmelding van uw dienst',
  'ownAccess.end': 'Beëindigen',
  'ownAccess.ended': 'Die aanmelding is beëindigd.',
  'ownAccess.endOthers': 'Alle andere beëindigen',
  'ownAccess.endedOthers': 'Alle andere zijn beëindigd.',
}
