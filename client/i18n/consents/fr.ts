import type { ConsentTexts } from './en.ts'

export const texts: ConsentTexts = {
  video: 'Je suis d’accord pour parler au médecin par vidéo.',
  alone: 'Je suis seul(e). Personne ne peut nous entendre.',
  unrecorded: 'Je n’enregistre rien. Le médecin n’enregistre rien non plus.',
}
