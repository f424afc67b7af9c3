import type { OwnAccessTexts } from './en.ts'

export const texts: OwnAccessTexts = {
  'ownAccess.open': 'Meine Anmeldung',
  'ownAccess.close': 'Schließen',
  'ownAccess.loading': 'Wird geholt.',
  'ownAccess.passkeys': 'Meine Passkeys',
  'ownAccess.passkeys.why':
    'Mit einem Passkey melden Sie sich an. Erstellen Sie einen zweiten auf einem anderen Gerät: Dann können Sie sich noch anmelden, wenn Sie den ersten verlieren.',
  'ownAccess.none': 'Sie haben noch keinen Passkey.',
  'ownAccess.add': 'Passkey hinzufügen',
  'ownAccess.added': 'Der Passkey ist hinzugefügt.',
  'ownAccess.name': 'Name',
  'ownAccess.rename': 'Umbenennen',
  'ownAccess.save': 'Speichern',
  'ownAccess.remove': 'Entfernen',
  'ownAccess.removed': 'Der Passkey ist entfernt. Entfernen Sie ihn auch auf Ihrem Gerät.',
  'ownAccess.made': (when) => `Erstellt am ${when}`,
  'ownAccess.used': (when) => `zuletzt benutzt am ${when}`,
  'ownAccess.unused': 'nie benutzt',
  'ownAccess.logins': 'Wo Sie angemeldet sind',
  'ownAccess.logins.why':
    'Ist eine dabei, die Sie nicht kennen? Beenden Sie sie und rufen Sie Ihren Dienst an. Eine Anmeldung endet von selbst nach zwei Stunden ohne Benutzung und nach zwölf Stunden.',
  'ownAccess.device': (browser, system) =>
    [browser, system].filter((word) => word !== '').join(', ') || 'Unbekanntes Gerät',
  'ownAccess.here': 'diese',
  'ownAccess.since': (when) => `Seit ${when}`,
  'ownAccess.by.link': 'mit einem Link',
  'ownAccess.by.passkey': 'mit einem Passkey',
  'ownAccess.by.code': 'mit einem Code',
  'ownAccess.by.oidc': 'mit der Anmeldung Ihres Dienstes',
  'ownAccess.end': 'Beenden',
  'ownAccess.ended': 'Diese Anmeldung ist beendet.',
  'ownAccess.endOthers': 'Alle anderen beenden',
  'ownAccess.endedOthers': 'Alle anderen sind beendet.',
}
