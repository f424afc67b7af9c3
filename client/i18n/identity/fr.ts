import type { IdentityTexts } from './en.ts'

export const texts: IdentityTexts = {
  'hello': (name) => `Bonjour ${name}. Nous savons que c’est vous.`,
  'itsme': 'Continuer avec itsme',
  'code': 'Envoyez-moi un code par e-mail',
  'sms': 'Envoyez-moi un code par SMS',
  'card': 'Je montre ma carte d’identité',
  'no-itsme': 'Je n’ai pas itsme',
  'other-way': 'Un autre moyen',
  'ways-title': 'Dites qui vous êtes',
  'code-about': 'Nous l’envoyons à l’adresse e-mail que nous avons déjà de vous.',
  'sms-about': 'Nous l’envoyons au numéro de gsm que nous avons déjà de vous.',
  'card-about':
    'Le médecin regarde votre carte au début de l’entretien. Gardez-la à portée de main.',
  'none': (phone) =>
    `Nous n’avons ni votre adresse e-mail ni votre numéro de gsm. Appelez-nous\u202f: ${phone}.`,
  'back': 'Retour',
  'code-title': 'Tapez le code',
  'code-sent': 'Nous vous avons envoyé un e-mail avec 6 chiffres. Cela peut prendre une minute.',
  'sms-sent': (end) =>
    `Nous avons envoyé un SMS avec 6 chiffres au numéro qui se termine par ${end}.`,
  'code-field': 'Code à 6 chiffres',
  'code-check': 'Continuer',
  'code-again': 'Envoyer un nouveau code',
  'code-wrong': 'Ce n’est pas le code. Regardez à nouveau dans notre message.',
  'code-over': 'Ce code ne marche plus. Demandez-en un nouveau.',
  'code-too-many':
    'Vous avez demandé beaucoup de codes. Attendez une heure ou utilisez un autre moyen.',
  'code-not-sent': 'Nous n’avons pas pu envoyer le code. Réessayez ou utilisez un autre moyen.',
  'failed': 'Cela n’a pas marché. Réessayez ou appelez-nous.',

  'cancelled': 'Vous avez arrêté dans itsme. Réessayez ou utilisez un autre moyen.',
  'again': 'Cela a pris trop de temps. Veuillez recommencer.',
  'unclear': 'itsme nous a dit trop peu pour savoir que c’est vous. Utilisez un autre moyen.',
  'other-browser':
    'Vous êtes revenu dans un autre navigateur. Pas de problème\u202f: touchez le bouton pour continuer ici.',
  'itsme-unavailable': 'itsme ne répond pas. Utilisez un autre moyen.',
  'itsme-failed': 'Un problème est survenu avec itsme. Réessayez ou utilisez un autre moyen.',
  'other-title': 'Ce rendez-vous est pour quelqu’un d’autre',
  'other-body': (phone) =>
    `Fermez cette page si le rendez-vous n’est pas le vôtre. C’est le vôtre\u202f? Appelez-nous\u202f: ${phone}.`,
}
