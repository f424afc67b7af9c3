import type { ConsentTexts } from './en.ts'

export const texts: ConsentTexts = {
  'video': 'Je suis d’accord pour parler au médecin par vidéo.',
  'alone': 'Je suis seul(e). Personne ne peut nous entendre.',
  'accompanied': 'Quelqu’un est avec moi. Je dis au médecin qui c’est.',
  'unrecorded': 'Je n’enregistre rien. Le médecin n’enregistre rien non plus.',

  'title': 'Êtes-vous d’accord pour un entretien par vidéo\u202f?',
  'informed': [
    'Seul le médecin vous voit et vous entend. Si un interprète se joint à vous, vous le voyez.',
    'Personne n’enregistre l’image ni le son. Nous gardons l’heure de l’entretien et ce que vous dites sur cette page.',
    'Votre employeur n’apprend pas ce que vous dites.',
    'Vous pouvez aussi venir sur place\u202f: choisissez-le maintenant ou pendant l’entretien. Vous n’avez pas à donner de raison.',
    'Le médecin peut aussi décider qu’un rendez-vous sur place est préférable.',
  ],
  'say': 'En touchant un bouton, vous dites\u202f:',
  'agree-alone': 'Je suis d’accord, et je suis seul(e)',
  'agree-accompanied': 'Je suis d’accord, et quelqu’un est avec moi',
  'in-person': 'Non, je préfère venir sur place',
  'aloud': 'Vous pouvez aussi le dire au médecin pendant l’entretien.',

  'agreed': (time) => `Vous avez donné votre accord à ${time}.`,
  'change': 'Changer ou retirer',
  'take-back': 'Je ne suis plus d’accord',
  'failed': 'Cela n’a pas marché. Réessayez ou dites-le au médecin.',
}
