import type { ChoiceTexts } from './en.ts'

// The blank before ? and : is a narrow no-break space (U+202F), so that no line begins with the mark.
export const texts: ChoiceTexts = {
  'title': 'Viendrez-vous\u202f?',
  'confirm': 'Oui, je viens',
  'confirmed': 'Vous avez dit que vous venez. Merci.',
  'move': 'Un autre moment',
  'decline': 'Je ne peux pas venir',
  'until': (day, time) => `Vous pouvez changer cela jusqu’au ${day} à ${time}.`,
  'slots-title': 'Choisissez un autre moment',
  'slot': (day, time) => `${day} à ${time}`,
  'loading': 'Nous cherchons des moments libres…',
  'none': (phone) => `Aucun autre moment n’est libre. Appelez-nous\u202f: ${phone}`,
  'taken': 'Quelqu’un vient de prendre ce moment. Choisissez-en un autre.',
  'decline-title': 'Vous ne pouvez pas venir',
  'decline-body':
    'Votre rendez-vous est alors annulé. Nous vous contactons pour en fixer un nouveau.',
  'decline-yes': 'Annuler mon rendez-vous',
  'back': 'Retour',
  'visits-title': 'Choisissez un moment maintenant',
  'visits-wait': 'Ou attendez\u202f: nous vous contactons.',
  'visits-why': 'Personne ne vous demande pourquoi, et votre employeur ne l’apprend pas.',
}
