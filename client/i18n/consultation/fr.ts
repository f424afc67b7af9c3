import type { ConsultationTexts } from './en.ts'

export const texts: ConsultationTexts = {
  'call.secure': 'Appel sécurisé. Rien n’est enregistré.',
  'call.connecting': (name) => `Nous vous mettons en contact avec ${name}…`,
  'call.recovering': 'La connexion est coupée. Restez ici, nous la rétablissons.',
  'call.other-paused': (name) => `${name} fait une courte pause.`,
  'call.other-no-picture': (name) => `${name} ne montre pas d’image. Vous pouvez parler.`,
  'call.other-muted': (name) => `${name} a coupé le son.`,
  'call.other-not-here': (name) => `${name} n’est pas dans l’appel pour le moment. Restez ici.`,
  'call.muted': 'Votre micro est coupé. L’autre personne ne vous entend pas.',
  'call.no-microphone': 'Nous ne vous entendons pas. Cet appareil n’a pas de micro qui marche.',
  'call.microphone-phone-call':
    'Un autre appel utilise votre micro. Terminez-le, puis continuez ici.',
  'call.microphone-unplugged': 'Votre micro est débranché. Rebranchez-le.',
  'call.microphone-in-use': 'Un autre programme utilise votre micro. Fermez ce programme.',
  'call.microphone-refused':
    'Cette page ne peut plus utiliser votre micro. Autorisez-le à nouveau dans le navigateur.',
  'call.microphone-switched-off': 'Votre micro est éteint. Cherchez un bouton sur votre appareil.',
  'call.microphone-lost': 'Votre micro s’est arrêté.',
  'call.microphone-silent':
    'Votre micro ne donne aucun son. Cherchez un bouton sur le micro ou choisissez-en un autre.',
  'call.camera-unplugged': 'Votre caméra est débranchée. Rebranchez-la.',
  'call.camera-in-use': 'Un autre programme utilise votre caméra. Fermez ce programme.',
  'call.camera-refused':
    'Cette page ne peut plus utiliser votre caméra. Autorisez-la à nouveau dans le navigateur.',
  'call.camera-away':
    'Une autre application est ouverte : votre image s’arrête. Elle revient toute seule.',
  'call.camera-switched-off':
    'Votre caméra est éteinte. Cherchez un bouton ou un cache sur votre appareil.',
  'call.camera-lost': 'Votre caméra s’est arrêtée.',
  'call.other-microphone-phone-call': (name) =>
    `${name} est en ligne avec quelqu’un d’autre. Le son revient après cet appel.`,
  'call.other-microphone-unplugged': (name) => `Chez ${name}, le micro est débranché.`,
  'call.other-microphone-in-use': (name) => `Chez ${name}, un autre programme utilise le micro.`,
  'call.other-microphone-refused': (name) => `Chez ${name}, le navigateur bloque le micro.`,
  'call.other-microphone-switched-off': (name) => `Chez ${name}, le micro est éteint.`,
  'call.other-microphone-lost': (name) => `Chez ${name}, le micro s’est arrêté.`,
  'call.other-microphone-silent': (name) => `Chez ${name}, le micro ne donne aucun son.`,
  'call.other-camera-unplugged': (name) =>
    `Chez ${name}, la caméra est débranchée. Vous pouvez parler.`,
  'call.other-camera-in-use': (name) =>
    `Chez ${name}, un autre programme utilise la caméra. Vous pouvez parler.`,
  'call.other-camera-refused': (name) =>
    `Chez ${name}, le navigateur bloque la caméra. Vous pouvez parler.`,
  'call.other-camera-away': (name) =>
    `${name} a ouvert une autre application. L’image revient après.`,
  'call.other-camera-switched-off': (name) =>
    `Chez ${name}, la caméra est éteinte. Vous pouvez parler.`,
  'call.other-camera-lost': (name) => `Chez ${name}, la caméra s’est arrêtée. Vous pouvez parler.`,
  'call.restore': 'Activer à nouveau',
  'call.paused': 'Pause',
  'call.paused-body': 'Personne ne vous voit ni ne vous entend.',
  'call.go-on': 'Continuer',
  'call.autoplay': (name) => `Touchez pour entendre ${name}`,
  'call.picture-of': (name) => `Image de ${name}`,
  'call.own-picture': 'Votre image',
  'call.own-camera-off': 'Votre caméra est éteinte',
  'call.controls': 'Appel',

  'quality.weak-own': 'Votre connexion est faible.',
  'quality.weak-other': (name) => `La connexion de ${name} est faible.`,
  'quality.weak-both': 'Les deux connexions sont faibles.',
  'quality.weak-unclear': 'La connexion est faible.',
  'quality.picture-own': 'Votre image',
  'quality.picture-other': (name) => `L’image de ${name}`,
  'quality.picture-both': 'L’image',
  'quality.says-smaller': (picture) => `${picture} est plus petite : le son passe d’abord.`,
  'quality.says-slower': (picture) => `${picture} est moins fluide : le son passe d’abord.`,
  'quality.says-still': (picture) =>
    `${picture} est figée pour un moment. Vous pouvez continuer à parler.`,
  'quality.says-sound-only': (picture) => `${picture} est coupée pour garder un son clair.`,
  'quality.says-phone': 'Le son est mauvais aussi. Mieux vaut continuer par téléphone.',
  'quality.advice-own': 'Rapprochez-vous de votre routeur Wi-Fi ou utilisez vos données mobiles.',
  'quality.advice-other': (name) =>
    `Plus près du routeur Wi-Fi ou avec les données mobiles, cela ira mieux : dites-le à ${name}.`,

  'dock.mute': 'Couper',
  'dock.mute-long': 'Couper votre micro',
  'dock.unmute': 'Parler',
  'dock.unmute-long': 'Parler : activer votre micro',
  'dock.camera-off': 'Sans image',
  'dock.camera-on': 'Avec image',
  'dock.pause': 'Pause',
  'dock.pause-long': 'Pause : personne ne vous voit ni ne vous entend',
  'dock.text': 'Texte',
  'dock.text-long': 'Texte : s’écrire',
  'dock.text-new-long': 'Texte : il y a du nouveau',
  'dock.more': 'Plus',
  'dock.more-long': 'Plus de choix',
  'dock.leave': 'Quitter',
  'dock.leave-long': 'Quitter l’appel',
  'dock.end': 'Finir',
  'dock.end-long': 'Finir l’appel',

  'more.title': 'Plus',
  'more.close': 'Fermer',
  'more.camera-off': 'Éteindre ma caméra',
  'more.camera-on': 'Allumer ma caméra',
  'more.other-camera': 'Utiliser l’autre caméra',
  'more.move-self': 'Déplacer mon image',
  'more.needs-picture': 'Je signe ou je lis sur les lèvres : garder l’image fluide',
  'more.needs-picture-on': 'Je signe ou je lis sur les lèvres : activé',
  'more.in-person': 'Plutôt un rendez-vous sur place',
  'more.help': (phone) => `Aide : ${phone}`,
}
