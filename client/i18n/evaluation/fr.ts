import type { EvaluationTexts } from './en.ts'

export { texts as errors } from '../errors/fr.ts'
export { texts as signIn } from '../sign-in/fr.ts'

export const texts: EvaluationTexts = {
  'page.title': 'Évaluation',
  'page.opening': 'La page s’ouvre.',
  'page.language': 'Langue',
  'page.own-access': 'Ma connexion',
  'page.sign-out': 'Se déconnecter',
  'page.signed-out': 'Vous êtes déconnecté.',
  'page.help': (phone) => `Aide : ${phone}`,
  'page.retry': 'Réessayer',
  'page.lead': (smallest) =>
    `Combien de personnes sont allées jusqu’où, pour tous les rendez-vous par vidéo. Un nombre de moins de ${smallest} personnes n’est pas affiché.`,
  'figures.title': 'Rendez-vous par vidéo',
  'figures.few': (smallest) => `moins de ${smallest}`,
  'figure.invited': 'Invités, pas encore de réponse',
  'figure.accepted': 'Confirmés',
  'figure.completed': 'Ont eu lieu',
  'figure.converted': 'Devenus une visite sur place',
  'figure.noShow': 'Ne sont pas venus',
  'figure.cancelled': 'Annulés',
}
