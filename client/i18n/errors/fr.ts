import type { ErrorTexts } from './error-texts.ts'

export const texts: ErrorTexts = {
  'offline': 'Il n’y a pas de connexion avec le serveur. Vérifiez le réseau et réessayez.',
  'invalid':
    'Il manque quelque chose dans le formulaire ou une réponse n’est pas correcte. Vérifiez et réessayez.',
  'not-found': 'Élément introuvable. Il a peut-être été supprimé. Rechargez la page.',
  'too-large': 'C’est trop grand. Envoyez moins à la fois.',
  'unsupported-media-type': 'Ce type de fichier ne peut pas être lu. Choisissez un autre fichier.',
  'too-many-requests': 'C’était trop rapide. Attendez une minute et réessayez.',
  'foreign-origin':
    'Cette page n’a pas été ouverte à sa propre adresse. Ouvrez à nouveau le lien de votre service.',
  'internal':
    'Une erreur s’est produite sur le serveur. Réessayez. Si cela continue, appelez le service.',
  'unavailable': 'Le serveur est occupé ou redémarre. Réessayez dans un instant.',
  'storage-full':
    'Le serveur n’a plus de place pour enregistrer. Appelez le service : c’est là qu’il faut agir.',
  'signed-out': 'Vous êtes déconnecté(e). Connectez-vous à nouveau.',
  'not-allowed':
    'Votre compte ne permet pas cette action. Demandez au service si vous en avez besoin.',
  'link-not-valid': 'Ce lien ne fonctionne pas ou plus. Demandez un nouveau lien au service.',
  'passkey-refused':
    'Cette clé d’accès n’a pas été acceptée. Réessayez, ou demandez un nouveau lien à votre service.',
  'passkey-copied':
    'Cette clé d’accès a été refusée : il semble en exister une copie. Appelez votre service, supprimez cette clé et créez-en une nouvelle.',
  'last-planner':
    'C’est le dernier compte qui peut donner accès aux autres. Créez d’abord un autre compte de planification.',
  'last-passkey':
    'C’est votre dernière clé d’accès. Créez-en d’abord une autre : sans elle, vous ne pourriez plus vous connecter.',
  'passkey-cancelled':
    'Aucune clé d’accès n’a été utilisée : la question a été fermée ou cela a duré trop longtemps. Réessayez.',
  'passkey-known-here':
    'Cet appareil contient déjà une clé d’accès pour vous. Connectez-vous avec elle.',
  'passkey-not-possible':
    'Ce navigateur ou cet appareil ne peut pas faire cela avec une clé d’accès. Utilisez un autre navigateur ou votre téléphone, à l’adresse de votre service.',
  'itsme-unavailable': 'itsme ne répond pas pour le moment. Utilisez un autre moyen.',
  'own-sign-in-unavailable':
    'La connexion de votre service ne répond pas pour le moment. Utilisez votre clé d’accès, ou réessayez plus tard.',
  'code-wrong': 'Ce n’est pas le code qui a été envoyé. Vérifiez et tapez-le à nouveau.',
  'code-over': 'Ce code n’est plus valable. Demandez-en un nouveau.',
  'code-not-sent': 'Le code n’a pas pu être envoyé. Réessayez ou utilisez un autre moyen.',
  'slot-taken': 'Ce moment vient d’être pris. Choisissez-en un autre.',
  'slot-past': 'Ce moment est passé. Choisissez un moment plus tard.',
  'worker-already-planned': 'Ce travailleur a déjà un rendez-vous. Modifiez ou annulez-le d’abord.',
  'worker-not-known': 'Indiquez d’abord de quel travailleur il s’agit.',
  'seen-by-employer':
    'Dans un local de l’entreprise, l’employeur le voit, et il ne peut pas le savoir. Choisissez un moment par téléphone personnel.',
  'breach-not-shown':
    'Quelque chose a changé entre-temps\u202f: ce déplacement enfreint maintenant une règle. Regardez-le à nouveau avant d’enregistrer.',
  'public-holiday': 'C’est un jour férié. Choisissez un autre jour, ou confirmez-le.',
  'closed-day': 'Le service est fermé ce jour-là. Choisissez un autre jour, ou confirmez-le.',
  'undo-over':
    'Ceci ne peut plus être annulé\u202f: trop de temps a passé, ou quelque chose a changé. Regardez de nouveau la journée.',
  'slot-of-other-kind':
    'Cette demi-journée est réservée aux visites sur place. Choisissez-en une par vidéo.',
  'choice-over': 'Il est trop tard pour changer cela ici. Appelez le service.',
  'transition-refused':
    'Ce rendez-vous est déjà clôturé. Rien n’a été modifié. Rechargez la page pour le voir.',
  'remote-not-allowed':
    'Cet examen ne peut pas se faire par vidéo. Planifiez une visite sur place.',
  'act-due':
    'Un acte technique est prévu. Planifiez l’acte comme un rendez-vous à part, ou le tout sur place.',
  'not-due':
    'Cet examen n’est plus à faire : il a eu lieu, ou le poste a changé. Rechargez la liste.',
  'approval-begins-later':
    'L’approbation des examens par vidéo commence après ce jour. Choisissez un jour plus tard, ou planifiez une visite sur place.',
  'approval-expired':
    'L’approbation des examens par vidéo n’est plus valable ce jour-là. Planifiez une visite sur place, ou enregistrez la nouvelle approbation.',
  'approval-missing':
    'Cet examen ne peut se faire par vidéo qu’avec une approbation. Remplissez l’approbation.',
  'overlaps': 'Le médecin a déjà une séance à ce moment. Choisissez un autre moment.',
  'in-use': 'Cet élément est encore utilisé. Il n’a donc pas été supprimé.',
  'roster-unreadable':
    'La liste ne peut pas être lue. Enregistrez-la en CSV avec les noms des colonnes sur la première ligne.',
  'roster-columns':
    'Une colonne manque ou n’est pas connue. Vérifiez la première ligne de la liste.',
  'roster-changed': 'Ce n’est pas la liste que vous avez vérifiée. Vérifiez-la à nouveau.',
  'no-address': 'Ce travailleur n’a pas d’adresse e-mail. Ajoutez-en une ou téléphonez.',
  'worker-not-here':
    'Le travailleur n’est pas sur la page : rien ne peut sonner. Téléphonez ou attendez.',
  'already-ringing': 'L’appel sonne déjà.',
  'already-in-call': 'Vous êtes encore en communication. Terminez d’abord cet appel.',
  'ring-over': 'Cet appel ne sonne plus. Rappelez si nécessaire.',
  'call-over': 'Cette communication est déjà terminée.',
}
