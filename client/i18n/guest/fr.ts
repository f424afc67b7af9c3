import type { GuestTexts } from './en.ts'

export const texts: GuestTexts = {
  'page.language': 'Langue',
  'page.loading': 'Un instant, s’il vous plaît.',
  'help': (service) => `Des questions ? Appelez ${service}.`,

  'ask.title': (doctor) => `${doctor} vous invite à un entretien`,
  'ask.when': (day, time) => `${day} à ${time}`,
  'ask.interpreter': (name) => `Vous venez comme interprète : ${name}.`,
  'ask.captioner': (name) => `Vous venez comme transcripteur : ${name}.`,
  'ask.companion': (name) => `Vous venez comme accompagnant : ${name}.`,
  'ask.shown': 'Toutes les personnes présentes voient votre nom et votre rôle, tout le temps.',
  'ask.secret':
    'Ce qui se dit est secret. Soyez seul dans une pièce fermée et ne répétez rien ensuite.',
  'ask.no-recording': 'N’enregistrez rien et ne prenez pas de photos.',
  'ask.once': 'Le lien fonctionne une seule fois. Ouvrez-le sur l’appareil que vous utiliserez.',
  'ask.enter': 'J’ai compris. Continuer',
  'early.body': (time) => `Vous pouvez entrer à partir de ${time}.`,

  'devices.title': 'Activez la caméra et le son',
  'devices.body': 'Personne ne vous voit ni ne vous entend avant que le médecin vous fasse entrer.',
  'devices.both': 'Activer la caméra et le son',
  'devices.sound': 'Le son seulement',
  'devices.opening': 'Regardez la question de votre navigateur. Choisissez « Autoriser ».',
  'devices.failed':
    'Nous ne pouvons pas utiliser votre caméra ou votre micro. Autorisez les deux dans le navigateur et réessayez.',

  'wait.title': 'Le médecin va vous faire entrer',
  'wait.body': 'Restez sur cette page. Personne ne vous voit ni ne vous entend pour le moment.',
  'wait.again':
    'Vous êtes maintenant hors de l’entretien. Personne ne vous voit ni ne vous entend. Le médecin peut vous faire entrer de nouveau.',
  'wait.ready-both': 'La caméra et le micro sont prêts.',
  'wait.ready-sound': 'Votre micro est prêt.',
  'wait.lost': 'La connexion est perdue. Nous réessayons automatiquement.',
  'wait.leave': 'Je ne veux plus attendre',

  'call.worker': 'Le travailleur',
  'call.worker-within': 'l’autre personne',
  'over.title': 'C’est terminé',
  'over.call-ended': 'L’entretien est terminé. Merci.',
  'over.removed':
    'Le médecin a mis fin à votre participation à l’entretien. Merci pour votre temps.',
  'over.left': 'Vous avez quitté l’entretien. Merci.',
  'over.appointment': 'Ce rendez-vous est terminé.',
  'over.close': 'Vous pouvez fermer cette page. Le lien ne fonctionne plus.',

  'invalid.title': 'Ce lien ne fonctionne pas',
  'invalid.body': 'Il a peut-être déjà servi, ou il a expiré. Demandez-en un nouveau au médecin.',
  'failed.title': 'Nous ne pouvons pas joindre le service',
  'failed.body': 'Vérifiez votre connexion et réessayez.',
  'failed.retry': 'Réessayer',
  'elsewhere.title': 'Vous êtes déjà ici dans une autre fenêtre',
  'elsewhere.here': 'Utiliser cette fenêtre',
}
