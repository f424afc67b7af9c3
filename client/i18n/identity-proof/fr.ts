import type { IdentityProofTexts } from './en.ts'

export const texts: IdentityProofTexts = {
  'proved': (name: string) => `${name}, identité confirmée par itsme : prouvée à ce navigateur`,
  'how': 'Sur quoi cela repose',
  'connection-own': (time: string) =>
    `itsme a nommé cette personne à ${time}, pour une clé que seul son navigateur possède. Cette clé a signé cette connexion.`,
  'keys-by-server':
    'Les clés publiques d’itsme sont arrivées à ce navigateur par notre propre serveur.',
  'keys-first':
    'Ce navigateur les a vues pour la première fois. Désormais, il vous le dira si elles changent.',
  'keys-known': (day: string) => `Ce navigateur connaît depuis le ${day} celle qui a signé.`,
  'keys-added':
    'La clé d’itsme qui a signé est nouvelle pour ce navigateur ; elle est arrivée à côté d’une clé qu’il connaissait. itsme le fait parfois, mais notre serveur pourrait le faire aussi. Comparez le visage avec la carte d’identité.',
  'pinned': 'Notre serveur dit que votre administrateur a fixé les clés d’itsme qui comptent.',
  'claimed': 'Seulement affirmé par le serveur.',
  'none':
    'L’autre navigateur n’a pas envoyé de preuve d’itsme. Comparez le visage avec la carte d’identité.',
  'malformed': 'La preuve d’itsme est endommagée. Comparez le visage avec la carte d’identité.',
  'algorithm':
    'La preuve n’est pas signée à la manière d’itsme. Comparez le visage avec la carte d’identité.',
  'unknown-key':
    'La preuve est signée avec une clé qui n’est pas d’itsme. Comparez le visage avec la carte d’identité.',
  'signature': 'La signature d’itsme n’est pas juste. Comparez le visage avec la carte d’identité.',
  'issuer': 'La preuve ne vient pas d’itsme. Comparez le visage avec la carte d’identité.',
  'audience':
    'La preuve est faite pour un autre service. Comparez le visage avec la carte d’identité.',
  'nonce':
    'La preuve est faite pour un autre navigateur. Comparez le visage avec la carte d’identité.',
  'stale':
    'La personne s’est identifiée il y a trop longtemps. Comparez le visage avec la carte d’identité.',
  'not-yet':
    'La preuve vient du futur : l’horloge de cet ordinateur est-elle juste ? Comparez le visage avec la carte d’identité.',
  'connection':
    'La preuve appartient à une autre connexion. Quelqu’un écoute peut-être. Comparez les mots de sécurité.',
  'other-person': 'itsme a nommé une autre personne. Comparez le visage avec la carte d’identité.',
  'keys-changed':
    'itsme n’est plus ce que ce navigateur connaissait : toutes ses clés, son adresse ou le numéro de notre service ont changé. Demandez à votre administrateur. Comparez le visage avec la carte d’identité.',
  'change': 'Si itsme a vraiment changé',
  'change-before': 'Ce que ce navigateur connaissait',
  'change-now': 'Ce que notre serveur indique maintenant',
  'change-address': 'Adresse',
  'change-number': 'Numéro de notre service auprès d’itsme',
  'change-keys': 'Clés',
  'change-signer': 'celle-ci a signé',
  'change-how':
    'Appelez votre administrateur. Il interroge directement itsme, et non notre serveur, puis vous lit le code de la clé qui a signé : 16 lettres et chiffres. N’acceptez le code que de vive voix, jamais dans un message.',
  'change-code': 'Le code que l’on vous a lu',
  'change-accept': 'S’y fier à partir de maintenant',
  'change-accepted':
    'Ce navigateur s’y fie à partir du prochain appel. Pour cet appel, comparez le visage avec la carte d’identité.',
  'change-other-code':
    'Ce n’est pas le code de cette clé. Rien n’a changé. Si vous l’avez bien tapé, quelqu’un vous écoute peut-être : prévenez votre administrateur.',
  'change-not-noted': 'Cela n’a pas pu être enregistré. Rien n’a donc changé. Réessayez.',
  'no-keys':
    'Les clés d’itsme n’ont pas pu être obtenues. Comparez le visage avec la carte d’identité.',
  'failed': 'Ce navigateur n’a pas pu le vérifier. Comparez le visage avec la carte d’identité.',
}
