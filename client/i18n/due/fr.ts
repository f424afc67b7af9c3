import { plural } from '../format.ts'
import type { DueTexts } from './en.ts'

const count = (n: number, one: string, other: string) => `${n} ${plural('fr', n, { one, other })}`
const workers = (n: number) => count(n, 'travailleur', 'travailleurs')
const workingDays = (n: number) => count(n, 'jour ouvrable', 'jours ouvrables')

export const texts: DueTexts = {
  'nav.due': 'À faire',
  'act': {
    'eye-test': 'Test de la vue',
    'hearing-test': 'Test de l’audition',
    'spirometry': 'Spirométrie',
    'ecg': 'Électrocardiogramme (ECG)',
    'blood-sample': 'Prise de sang',
    'urine-sample': 'Échantillon d’urine',
    'blood-pressure': 'Tension artérielle',
    'vaccination': 'Vaccination',
    'tuberculin-test': 'Test à la tuberculine',
    'x-ray': 'Radiographie',
    'ergometry': 'Épreuve d’effort',
  },

  'post.add': 'Ajouter un poste',
  'post.add-to': (employer) => `Ajouter un poste à ${employer}`,
  'post.change': 'Modifier',
  'post.none': 'Pas encore de poste : aucun examen ne s’annonce de lui-même.',
  'post.list': 'Postes',
  'post.name-hint': 'Comme l’employeur nomme le travail : technicien pylônes',
  'post.period': 'Mois d’un examen au suivant',
  'post.category': 'Catégorie légale',
  'post.no-category': 'Aucune, ou inconnue',
  'post.categories': {
    'safety-post': 'Poste de sécurité (Code, art. I.4-1)',
    'vigilance-post': 'Poste de vigilance (Code, art. I.4-1)',
    'defined-risk': 'Activité à risque défini (Code, art. I.4-1)',
  },
  'post.period-hint': 'Laissez vide pour la période que le service a fixée pour la catégorie.',
  'post.acts': 'Actes nécessaires',
  'post.acts-hint':
    'Possibles seulement là où se trouve le travailleur. Tant qu’il en reste un, pas de vidéo.',
  'post.every': (months) => `tous les ${count(months, 'mois', 'mois')}`,
  'post.no-act': 'aucun acte technique',
  'post.changed': (name) => `${name} est modifié. La liste est adaptée.`,
  'post.of': (worker) => `Le poste de ${worker}`,
  'post.give': 'Changer de poste',
  'post.nothing': 'Aucun poste',
  'post.post': 'Poste',

  'import.gone': (n) => `${n} ${n < 2 ? 'disparu' : 'disparus'}`,
  'import.gone-who': (names) => `Plus dans cette liste : ${names}.`,
  'import.gone-note':
    'Noter leur départ. Il n’y a plus rien à faire pour eux et ils quittent les listes.',
  'import.gone-done': (n) => `Départ noté pour ${workers(n)}.`,

  'due.title': 'À faire',
  'due.lead': 'Qui doit être examiné, et pour quand. Le poste en décide.',
  'due.empty':
    'Rien n’est à faire. Les travailleurs ont besoin d’un poste : indiquez-le ici ou dans la liste.',
  'due.all': 'Tout',
  'due.next-month': 'Le mois prochain',
  'due.next-quarter': 'Les trois prochains mois',
  'due.late': 'Déjà en retard',
  'due.unplanned': 'Seulement sans rendez-vous',
  'due.invite': 'Planifier et inviter',
  'due.last-day': 'Dernier jour',
  'due.acts': 'Actes d’abord',
  'due.planned': 'Rendez-vous',
  'due.left': (n) => (n === 0 ? 'C’est le dernier jour' : `Encore ${workingDays(n)}`),
  'due.over': (n) => `${workingDays(n)} de retard`,
  'due.not-planned': 'Pas planifié',
  'due.shown': (n) => `${workers(n)}, le plus urgent d’abord`,
  'due.shown-first': (n) => `Les ${n} premiers, le plus urgent d’abord`,
  'due.more': 'Afficher plus',
  'due.correct': 'Dernier jour et actes',
  'due.correct-of': (name) => `Ce qui est à faire pour ${name}`,
  'due.correct-hint': 'Décochez ce qui est fait : l’entretien peut alors se faire par vidéo.',
  'due.done': 'Fait sur place',
  'due.done-of': (name) => `${name} a été examiné sur place`,
  'due.done-on': 'Jour de l’examen',
  'due.done-yes': 'Noter',
  'due.noted': (name) => `C’est noté pour ${name}.`,

  'cohort.title': 'Planifier et inviter',
  'cohort.lead':
    'Ceux qui doivent être examinés, dans les plages libres. Rien ne part avant votre confirmation.',
  'cohort.back': 'Retour à ce qui est à faire',
  'cohort.pilot': 'Projet pilote',
  'cohort.every-pilot': 'Tout ce qui est à faire',
  'cohort.from': 'Plages à partir du',
  'cohort.until': 'Plages jusqu’au',
  'cohort.due-until': 'Dernier jour jusqu’au',
  'cohort.nobody': 'Jusqu’à ce jour, personne sans rendez-vous ne doit être examiné.',
  'cohort.fits': (n, free) =>
    `${workers(n)} ${n < 2 ? 'a' : 'ont'} une plage, ${count(free, 'plage reste libre', 'plages restent libres')}.`,
  'cohort.are-late': (n) =>
    `${workers(n)} ne ${n < 2 ? 'peut' : 'peuvent'} être vus qu’après le dernier jour. Créez une séance plus tôt, ou continuez.`,
  'cohort.more': 'Il y en a plus que l’on ne peut planifier en une fois. Voici les plus urgents.',
  'cohort.kept': (n) =>
    `${count(n, 'plage libre est réservée', 'plages libres sont réservées')} aux demandes en attente, qui sont prioritaires.`,
  'cohort.to-requests': 'Planifier ces demandes',
  'cohort.placed': 'Qui reçoit quelle plage',
  'cohort.slot': 'Plage',
  'cohort.late': 'après le dernier jour',
  'cohort.no-email': 'pas d’e-mail : téléphonez',
  'cohort.take-out': 'Retirer',
  'cohort.put-back': 'Remettre',
  'cohort.move': 'Autre plage',
  'cohort.move-of': (name) => `Une autre plage pour ${name}`,
  'cohort.move-yes': 'Choisir cette plage',
  'cohort.no-other': 'Aucune autre plage n’est libre.',
  'cohort.chosen': 'choisie par vous',
  'cohort.left-out': 'Sans plage',
  'cohort.taken-out': 'Retirés par vous',
  'cohort.why': {
    'no-free-slot': 'Il n’y a plus de plage libre. Créez une séance.',
    'kept-for-request':
      'Les plages libres sont réservées aux demandes en attente, qui sont prioritaires.',
    'worker-already-planned': 'A déjà un rendez-vous.',
    'wants-in-person': 'A choisi une visite sur place.',
    'not-at-their-site': 'Les plages libres sont dans des locaux d’un autre site.',
    'not-in-their-language': 'Aucun médecin avec des plages libres ne parle cette langue.',
    'remote-not-allowed': 'Cet examen ne peut pas se faire par vidéo. Planifiez-le sur place.',
    'act-due':
      'Planifiez l’acte comme un rendez-vous à part, puis l’entretien par vidéo. Ou le tout sur place.',
    'approval-begins-later':
      'L’autorisation pour la vidéo commence plus tard. Choisissez des jours plus tardifs.',
    'approval-expired': 'L’autorisation pour la vidéo sera terminée. Planifiez l’examen sur place.',
  },
  'cohort.acts-first': (acts) => `D’abord : ${acts}.`,
  'cohort.confirm': (n) => `Planifier et inviter ${workers(n)}`,
  'cohort.leaves':
    'Les invitations partent dès que vous confirmez. Si vous changez quelque chose ensuite, le travailleur reçoit un e-mail.',
  'cohort.changed':
    'Rien n’a été planifié. La liste ci-dessous est celle de maintenant : revoyez-la.',
  'cohort.done': (n) => `${workers(n)} ${n < 2 ? 'planifié' : 'planifiés'}.`,
  'cohort.sent': (n) => `${count(n, 'invitation part', 'invitations partent')} maintenant.`,
  'cohort.phone': (names) => `Pas d’adresse e-mail, donc téléphonez : ${names}.`,
}
