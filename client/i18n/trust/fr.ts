import type { TrustTexts } from './en.ts'

export const texts: TrustTexts = {
  'words.title': 'Mots de sécurité',
  'words.close': 'Fermer',
  'words.ask-worker': 'Lisez-les-vous à haute voix. Ils diffèrent ? Raccrochez et appelez-nous.',
  'words.ask-physician':
    'Lisez-les-vous à haute voix. Ils diffèrent ? Dites-le ici : l’appel s’arrête alors.',
  'words.why': 'S’ils sont identiques, personne ne peut vous écouter.',
  'words.waiting': 'Les mots ne sont pas encore là. Ils arrivent dans un instant.',
  'words.renewed':
    'Les mots sont nouveaux : une page a été rouverte. Comparez-les encore une fois.',
  'words.language': 'Les afficher en',
  'words.same': 'Ils sont identiques',
  'words.different': 'Ils diffèrent',
  'words.compared': 'Vous avez dit que les mots sont identiques.',

  'stop.title': 'Le son et l’image sont arrêtés',
  'stop.different': 'Les mots diffèrent. Quelqu’un vous écoute peut-être.',
  'stop.told': (name) => `La page de ${name} a arrêté l’appel. Quelqu’un vous écoute peut-être.`,
  'stop.broken': 'La connexion n’est plus la même. Quelqu’un vous écoute peut-être.',
  'stop.instead-worker': 'Téléphonez-nous, ou venez sur place. Vous n’y perdez rien.',
  'stop.instead-physician': 'Continuez par téléphone, ou prévoyez une visite sur place.',
  'stop.phone': (phone) => `Appeler le ${phone}`,
  'stop.in-person': 'Plutôt sur place',
  'stop.leave': 'Quitter l’appel',
}
