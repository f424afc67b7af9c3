import { plural } from '../format.ts'
import type { WorkerTexts } from './en.ts'

export const texts: WorkerTexts = {
  'head.help': (phone) => `Aide : ${phone}`,
  'head.language': 'Langue',
  'loading': 'Nous ouvrons votre rendez-vous…',

  'page.arrival': 'Votre rendez-vous',
  'page.camera': 'Caméra et son',
  'page.waiting': 'C’est bientôt à vous',
  'page.waiting-before': (before) => `Attente (${before} avant vous)`,
  'page.ring': (name) => `● ${name} vous appelle`,
  'page.call': 'En appel',
  'page.after': 'L’entretien est terminé',

  'arrival.title': 'Entretien avec votre médecin du travail',
  'arrival.minutes': (minutes) => `environ ${minutes} minutes`,
  'arrival.by-video': 'Par vidéo, sur cet appareil.',
  'arrival.room': (room) => `Votre local : ${room}.`,
  'arrival.quiet': 'Installez-vous sans autre personne dans une pièce calme. Fermez la porte.',
  'arrival.continue': 'Continuer',
  'arrival.test': 'Tester la caméra et le son',
  'arrival.early-today': (start, opens) =>
    `Vous êtes en avance. Votre rendez-vous est à ${start}. Vous pouvez entrer dès ${opens}.`,
  'arrival.early': (day, opens) => `Vous êtes en avance. Revenez le ${day}, dès ${opens}.`,
  'arrival.choose': 'Vous choisissez : par vidéo ou sur place. Les deux conviennent.',
  'arrival.failed': 'Cela n’a pas marché. Essayez à nouveau, ou appelez-nous.',
  'arrival.offline': 'Pas de connexion. Vérifiez votre internet et essayez à nouveau.',

  'in-person.prefer': 'Je préfère venir sur place',
  'in-person.ask-title': 'Vous choisissez un rendez-vous sur place',
  'in-person.ask-body':
    'Votre rendez-vous par vidéo s’arrête. Nous vous contactons pour un autre moment.',
  'in-person.yes': 'Oui, sur place',
  'in-person.back': 'Retour',
  'in-person.title': 'Un rendez-vous sur place',
  'in-person.body': 'Nous vous contactons pour un autre moment.',
  'in-person.after-call':
    'Le médecin veut aussi vous voir sur place. Nous vous contactons pour un autre moment.',

  'media.title': 'Activez votre caméra et le son',
  'media.body': 'Votre navigateur demande la permission.',
  'media.allow': 'Choisissez « Autoriser ».',
  'media.privacy': 'Le médecin vous voit et vous entend seulement quand vous répondez.',
  'media.on': 'Activer la caméra et le son',
  'media.without': 'Continuer sans caméra',
  'media.asking': 'Regardez la question de votre navigateur. Choisissez « Autoriser ».',
  'media.sound-only': 'Continuer avec le son seul',
  'media.retry': 'Essayer à nouveau',
  'media.phone': (phone) =>
    `Cela ne marche pas ? Appelez-nous : ${phone}. Le médecin peut aussi vous téléphoner.`,
  'media.calling': (name) => `${name} vous appelle maintenant.`,

  'media.refused': 'Votre caméra ou le son est bloqué',
  'media.refused-body': 'Faites ceci, puis essayez à nouveau :',
  'media.refused-by-system': 'Votre appareil refuse la caméra à ce navigateur',
  'media.refused-by-system-body': 'Faites ceci, puis essayez à nouveau :',
  'media.busy': 'Une autre application utilise votre caméra ou votre micro',
  'media.busy-body': 'Fermez cette application. Puis essayez à nouveau.',
  'media.no-device': 'Nous ne trouvons ni caméra ni micro',
  'media.no-device-body':
    'Prenez un téléphone ou un ordinateur qui a les deux. Ouvrez-y le même lien.',
  'media.timed-out': 'Votre navigateur n’a pas reçu de réponse',
  'media.timed-out-body':
    'Essayez à nouveau, et choisissez « Autoriser » quand votre navigateur le demande.',
  'media.insecure': 'La caméra ne marche pas à cette adresse',
  'media.insecure-body': 'Ouvrez à nouveau le lien de l’e-mail. L’adresse commence par « https ».',
  'media.unsupported': 'Ce navigateur n’a pas de caméra pour les appels',
  'media.unsupported-body': 'Ouvrez le lien dans un autre navigateur.',
  'media.unknown': 'La caméra ne démarre pas',
  'media.unknown-body': 'Fermez les autres applications. Puis essayez à nouveau.',

  'wait.title': 'Tout est prêt',
  'wait.tested-title': 'La caméra et le son sont activés',
  'wait.here': (name) => `${name} vous appelle ici.`,
  'wait.keep': 'Gardez cette page ouverte.',
  'wait.before': (before) =>
    plural('fr', before, {
      one: `${before} personne avant vous`,
      other: `${before} personnes avant vous`,
    }),
  'wait.next': 'C’est bientôt à vous',
  'wait.early': (day, opens) => `Vous êtes en avance. Revenez le ${day}, dès ${opens}.`,
  'wait.early-today': (opens) =>
    `Vous êtes en avance. Gardez cette page ouverte, ou revenez à ${opens}.`,
  'wait.late': (minutes) =>
    `Le médecin a environ ${minutes} minutes de retard. Ce n’est pas votre faute.`,
  'wait.expected': (time) =>
    `Le médecin a du retard. Votre entretien commence vers ${time}. Ce n’est pas votre faute.`,
  'wait.not-started': 'Le médecin n’a pas encore commencé. Ce n’est pas votre faute.',
  'wait.away':
    'Vous avez quitté cette page un moment. Restez ici, pour que nous puissions vous joindre.',
  'wait.screen': 'Gardez votre écran allumé. Touchez-le de temps en temps.',
  'wait.offline': 'Pas de connexion. Nous essayons à nouveau. Vous ne devez rien faire.',
  'wait.offline-phone': (phone) => `Toujours pas de connexion ? Appelez-nous : ${phone}`,
  'wait.deferred': 'Vous avez demandé 2 minutes. Ensuite le médecin vous rappelle.',
  'wait.missed': (time) =>
    `Le médecin a appelé à ${time}. Restez ici, le médecin peut appeler encore.`,
  'wait.stopped': 'L’appel s’est arrêté. Restez ici, le médecin vous rappelle.',
  'wait.no-camera': 'Vous continuez avec le son seul. C’est très bien.',
  'wait.no-microphone': 'Nous ne trouvons pas de micro. Le médecin peut vous téléphoner.',
  'wait.silent': 'Nous ne vous entendons pas encore. Dites bonjour, ou vérifiez votre micro.',
  'wait.own-picture': 'Votre propre image',
  'wait.ringtone': 'Écouter la sonnerie',
  'wait.unlock': 'Activer la sonnerie',
  'chip.picture': 'Image',
  'chip.no-picture': 'Pas d’image',
  'chip.sound': 'Son',
  'chip.say-hello': 'Dites bonjour',
  'chip.no-sound': 'Pas de son',
  'chip.connection': 'Connexion',
  'chip.no-connection': 'Pas de connexion',

  'ring.title': (name) => `${name} vous appelle`,
  'ring.video': 'Répondre avec image',
  'ring.sound': 'Répondre sans image',
  'ring.defer': 'Il me faut encore 2 minutes',

  'after.title': 'L’entretien est terminé',
  'after.left-title': 'Vous avez quitté l’entretien',
  'after.left-body': 'Le médecin est encore là.',
  'after.rejoin': 'Retourner dans l’appel',
  'after.next-title': 'Et maintenant ?',
  'after.next': [
    'Le médecin écrit le résultat.',
    'Vous recevez votre copie par e-mail ou par la poste.',
    'Votre employeur reçoit seulement la décision. Ni la raison, ni ce que vous avez dit.',
  ],
  'after.close': 'Vous pouvez fermer cette page.',

  'over.title': 'Ce rendez-vous est passé',
  'over.body': 'Vous voulez un nouveau rendez-vous ? Appelez-nous.',
  'not-valid.title': 'Nous ne trouvons pas ce rendez-vous',
  'not-valid.body': 'Ouvrez le lien du dernier e-mail que vous avez reçu de nous. Ou appelez-nous.',
  'unreachable.title': 'Pas de connexion',
  'unreachable.body': 'Vérifiez votre internet. Puis essayez à nouveau, ou appelez-nous.',
  'elsewhere.title': 'Votre rendez-vous est ouvert dans une autre fenêtre',
  'elsewhere.in-call': 'Vous êtes déjà dans cet appel sur un autre appareil',
  'elsewhere.body':
    'Voulez-vous continuer ici ? Cela s’arrête là-bas. Votre médecin en est informé.',
  'elsewhere.here': 'Continuer ici',
  'replaced.title': 'Vous avez continué dans une autre fenêtre ou sur un autre appareil',
  'replaced.body':
    'Vous pouvez fermer cette page. Ce n’était pas vous ? Continuez ici et dites-le à votre médecin.',
  'signed-out.title': 'Ouvrez à nouveau votre lien',
  'signed-out.body':
    'Cette page n’est plus liée à votre rendez-vous. Ouvrez le lien de votre e-mail.',
  'outdated.title': 'Il y a une nouvelle version de cette page',
  'outdated.body': 'Chargez à nouveau la page. Vous restez où vous étiez.',
  'outdated.load': 'Charger à nouveau',
  'retry': 'Essayer à nouveau',
}
