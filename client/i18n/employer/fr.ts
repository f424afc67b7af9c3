import type { EmployerTexts } from './en.ts'

export { texts as errors } from '../errors/fr.ts'
export { texts as signIn } from '../sign-in/fr.ts'

export const texts: EmployerTexts = {
  'page.title': 'Les rendez-vous de vos travailleurs',
  'page.opening': 'La page s’ouvre.',
  'page.language': 'Langue',
  'page.own-access': 'Ma connexion',
  'page.sign-out': 'Se déconnecter',
  'page.signed-out': 'Vous êtes déconnecté.',
  'page.help': (phone) => `Aide : ${phone}`,
  'page.retry': 'Réessayer',
  'page.lead':
    'Quand le médecin examine dans vos locaux, et quand vos travailleurs s’absentent pour cela. Vous ne voyez ici rien de médical.',
  'sessions.title': 'Le médecin dans vos locaux',
  'sessions.none': 'Aucune séance n’est prévue. Nous vous écrirons.',
  'absences.title': 'Absents pour un rendez-vous médical',
  'absences.about':
    'Ce sont des examens que la loi vous demande de faire faire. Ils comptent comme temps de travail.',
  'absences.none': 'Aucune absence n’est prévue.',
  'rooms.title': 'Vos locaux',
  'rooms.none': 'Nous ne connaissons pas encore de local chez vous.',
  'rooms.unchecked': 'Pas encore vérifié.',
  'rooms.fit': (when) => `Prêt, vérifié le ${when}.`,
  'rooms.unfit': (when) => `Ne convient pas, signalé le ${when}.`,
  'rooms.check': 'Vérifier le local',
  'check.title': 'Regardez le local avant la séance du médecin :',
  'check.door': 'La porte se ferme, et personne n’entend ce qui se dit à l’intérieur.',
  'check.view': 'Personne ne peut regarder à l’intérieur.',
  'check.seat': 'Il y a une table, une chaise et une prise de courant.',
  'check.sign': 'Un écriteau sur la porte indique que le local est occupé.',
  'check.missing': 'Cochez les quatre points, ou signalez que le local ne convient pas.',
  'check.ready': 'Le local est prêt',
  'check.unfit': 'Ce local ne convient pas',
  'code.title': 'Ou connectez-vous avec un code',
  'code.email': 'Votre adresse e-mail',
  'code.email-wrong': 'Indiquez une adresse e-mail, comme nom@entreprise.be.',
  'code.ask': 'Envoyez-moi un code',
  'code.sent': (email) =>
    `Si nous connaissons ${email}, un code de 6 chiffres est en route. Il fonctionne dix minutes.`,
  'code.digits': 'Code de 6 chiffres',
  'code.enter': 'Se connecter',
  'code.again': 'Une autre adresse, ou un nouveau code',
  'code.wrong':
    'Ce n’est pas le code, ou il ne fonctionne plus. Vérifiez, ou demandez-en un nouveau.',
}
