import type { OwnAccessTexts } from './en.ts'

export const texts: OwnAccessTexts = {
  'ownAccess.open': 'Ma connexion',
  'ownAccess.close': 'Fermer',
  'ownAccess.loading': 'Chargement en cours.',
  'ownAccess.passkeys': 'Mes clés d’accès',
  'ownAccess.passkeys.why':
    'Une clé d’accès sert à vous connecter. Créez-en une deuxième sur un autre appareil : si vous perdez la première, vous pourrez encore vous connecter.',
  'ownAccess.none': 'Vous n’avez pas encore de clé d’accès.',
  'ownAccess.add': 'Ajouter une clé d’accès',
  'ownAccess.added': 'La clé d’accès est ajoutée.',
  'ownAccess.name': 'Nom',
  'ownAccess.rename': 'Renommer',
  'ownAccess.save': 'Enregistrer',
  'ownAccess.remove': 'Supprimer',
  'ownAccess.removed': 'La clé d’accès est supprimée. Supprimez-la aussi sur votre appareil.',
  'ownAccess.made': (when) => `Créée le ${when}`,
  'ownAccess.used': (when) => `dernière utilisation le ${when}`,
  'ownAccess.unused': 'jamais utilisée',
  'ownAccess.logins': 'Où vous êtes connecté(e)',
  'ownAccess.logins.why':
    'Vous n’en reconnaissez pas une ? Mettez-y fin et appelez votre service. Une connexion se termine d’elle-même après deux heures sans utilisation, et après douze heures.',
  'ownAccess.device': (browser, system) =>
    [browser, system].filter((word) => word !== '').join(', ') || 'Appareil inconnu',
  'ownAccess.here': 'celle-ci',
  'ownAccess.since': (when) => `Depuis le ${when}`,
  'ownAccess.by.link': 'avec un lien',
  'ownAccess.by.passkey': 'avec une clé d’accès',
  'ownAccess.by.code': 'avec un code',
  'ownAccess.by.oidc': 'par la connexion de votre service',
  'ownAccess.end': 'Mettre fin',
  'ownAccess.ended': 'Cette connexion est terminée.',
  'ownAccess.endOthers': 'Mettre fin à toutes les autres',
  'ownAccess.endedOthers': 'Toutes les autres sont terminées.',
}
