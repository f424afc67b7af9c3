import type { AskTexts } from './en.ts'

// The blank before ? and : is a narrow no-break space (U+202F), so that no line begins with the mark.
export const texts: AskTexts = {
  'page.language': 'Langue',
  'page.loading': 'Un instant, s’il vous plaît.',
  'help': (service) => `Des questions\u202f? Appelez ${service}.`,

  'form.title': 'Parler avec le médecin du travail',
  'form.intro':
    'Vous avez une question sur votre santé et votre travail\u202f? Vous pouvez toujours demander un entretien. Vous n’avez pas à dire pourquoi.',
  'form.secret': 'Votre employeur ne l’apprend pas, sauf si vous le voulez.',
  'form.known': 'Votre lien nous dit qui vous êtes. Nous écrivons à l’adresse où vous l’avez reçu.',
  'form.first-name': 'Prénom',
  'form.last-name': 'Nom',
  'form.birth-date': 'Date de naissance',
  'form.employer': 'Votre employeur',
  'form.reach':
    'Comment vous joindre\u202f? Donnez une adresse e-mail, un numéro de téléphone, ou les deux. N’en donnez pas que d’autres lisent au travail.',
  'form.email': 'Adresse e-mail',
  'form.phone': 'Numéro de téléphone',
  'form.language': 'Dans quelle langue voulez-vous parler\u202f?',
  'form.send': 'Demander un entretien',

  'moments.days': 'Quels jours vous conviennent\u202f?',
  'moments.hint': 'Ne choisissez rien si chaque jour vous convient.',
  'moments.parts': 'À quel moment de la journée\u202f?',
  'moments.morning': 'Le matin',
  'moments.afternoon': 'L’après-midi',

  'tell.title': 'Votre employeur peut-il savoir que vous demandez cet entretien\u202f?',
  'tell.no': 'Non',
  'tell.yes': 'Oui',

  'problem.missing': 'Remplissez votre prénom, votre nom et votre employeur.',
  'problem.birth-date': 'Remplissez votre date de naissance.',
  'problem.reach': 'Remplissez une adresse e-mail ou un numéro de téléphone.',
  'problem.email': 'Cette adresse e-mail ne peut pas être juste. Vérifiez-la.',
  'problem.phone': 'Ce numéro de téléphone ne peut pas être juste. Vérifiez-le.',
  'problem.often':
    'Beaucoup de demandes sont venues de votre réseau. Réessayez dans une heure, ou appelez-nous.',
  'problem.failed':
    'Nous ne pouvons pas joindre le service. Réessayez. Ce que vous avez rempli est toujours là.',

  'earlier.question': 'Viendriez-vous plus tôt\u202f?',
  'earlier.how':
    'Votre rendez-vous reste. Si un moment plus tôt se libère, nous vous écrivons, et vous choisissez.',
  'earlier.yes': 'Oui, écrivez-moi',
  'earlier.title': 'Nous vous écrivons',
  'earlier.body':
    'Si un moment plus tôt se libère, vous recevez un e-mail. Tant que vous ne le prenez pas, votre rendez-vous reste.',

  'received.title': 'Nous avons reçu votre demande',
  'received.body': (day) => `Vous parlez avec un médecin le ${day} au plus tard.`,
  'received.next':
    'Nous vous écrivons ou vous appelons avec un moment. Vous n’avez rien à faire maintenant.',

  'offer.open': 'Un moment est libre',
  'offer.accepted': 'Ce moment est à vous',
  'offer.declined': 'Vous avez dit non à ce moment',
  'offer.expired': 'Le temps pour répondre est passé',
  'offer.withdrawn': 'Ce moment n’est plus libre',
  'offer.when': 'Quand',
  'offer.moment': (day, time) => `${day} à ${time}`,
  'offer.with': 'Avec',
  'offer.where': 'Où',
  'offer.own-phone': 'Par vidéo, sur votre propre téléphone',
  'offer.instead': (moment) =>
    `Votre rendez-vous actuel est le ${moment}. Il est déplacé ici si vous prenez ce moment.`,
  'offer.until': (time) => `Nous le gardons pour vous jusqu’à ${time}.`,
  'offer.take': 'Prendre ce moment',
  'offer.no': 'Non, merci',
  'offer.mail': 'Nous vous envoyons un e-mail avec tout ce qu’il vous faut.',
  'offer.go': 'Ouvrir mon rendez-vous',
  'offer.nothing': 'Vous n’avez rien à faire. Si vous avez un rendez-vous, il reste comme il est.',

  'invalid.title': 'Ce lien ne fonctionne pas',
  'invalid.body': 'Il est peut-être trop vieux ou incomplet. Ouvrez-le de nouveau dans l’e-mail.',
  'failed.title': 'Nous ne pouvons pas joindre le service',
  'failed.body': 'Vérifiez votre connexion et réessayez.',
  'failed.retry': 'Réessayer',
}
