import type { SheetTexts } from './en.ts'

export const texts: SheetTexts = {
  'more.title': 'Plus',
  'more.close': 'Fermer',
  'more.camera-off': 'Éteindre ma caméra',
  'more.camera-on': 'Allumer ma caméra',
  'more.devices': 'Caméra, micro, son',
  'more.other-camera': 'Utiliser l’autre caméra',
  'more.move-self': 'Déplacer mon image',
  'more.needs-picture': 'Je signe ou je lis sur les lèvres : garder l’image fluide',
  'more.needs-picture-on': 'Je signe ou je lis sur les lèvres : activé',
  'more.files': 'Photos et fichiers',
  'more.words': 'Mots de sécurité',
  'more.help': (phone) => `Aide : ${phone}`,

  'devices.title': 'Caméra, micro, son',
  'devices.camera': 'Caméra',
  'devices.microphone': 'Micro',
  'devices.speaker': 'Le son sort de',
  'devices.no-camera': 'Nous ne trouvons pas de caméra.',
  'devices.no-microphone': 'Nous ne trouvons pas de micro.',
  'devices.nameless': (count) => `Appareil ${count}`,
  'devices.level': 'Dites quelque chose. La barre bouge quand nous vous entendons.',
}
