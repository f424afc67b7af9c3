import { plural } from '../format.ts'
import type { OutreachTexts } from './en.ts'

// The blank before ? and : is a narrow no-break space (U+202F), so that no line begins with the mark.
export const texts: OutreachTexts = {
  'invitation.subject': ({ day, time }) => `Votre rendez-vous du ${day} à ${time}`,
  'invitation.hello': (firstName) => `Bonjour ${firstName},`,
  'invitation.intro':
    'Vous avez un rendez-vous avec le médecin du travail, par vidéo. Cela s’appelle une téléconsultation.',
  'invitation.when': 'Quand',
  'invitation.moment': ({ day, time }) => `${day} à ${time}`,
  'invitation.how-long': 'Durée',
  'invitation.minutes': (count) =>
    `Environ ${count} ${plural('fr', count, { one: 'minute', other: 'minutes' })}`,
  'invitation.with': 'Avec',
  'invitation.registration': (number) => `numéro INAMI ${number}`,
  'invitation.where': 'Où',
  'invitation.own-phone': 'Sur votre propre téléphone, dans une pièce calme où vous êtes seul(e)',
  'invitation.room': (room) => `Dans le local ${room}`,
  'invitation.prepare': 'Ce qu’il vous faut',
  'invitation.device': 'Un téléphone ou un ordinateur avec une caméra et un micro.',
  'invitation.identity': 'Votre application itsme ou votre carte d’identité.',
  'invitation.working-time': 'Le rendez-vous compte comme temps de travail.',
  'invitation.open': 'Ouvrir mon rendez-vous',
  'invitation.link-is-yours': 'Ce lien est pour vous seul(e). Ne le transmettez à personne.',
  'invitation.in-person': (phone) =>
    `Vous préférez venir sur place\u202f? C’est possible aussi, sans donner de raison. Ouvrez la même page et choisissez-le, ou appelez le ${phone}.`,
  'invitation.in-person-link': 'Je préfère venir sur place',
  'invitation.no-recording': 'Personne n’enregistre l’entretien.',
  'invitation.employer': 'Votre employeur ne voit pas et n’entend pas ce que vous dites.',
  'invitation.no-password': 'Nous ne demandons jamais de mot de passe.',
  'invitation.ask':
    'Vous souhaitez parler vous-même avec le médecin du travail\u202f? Vous pouvez le demander à tout moment. Votre employeur ne l’apprend pas, sauf si vous le voulez.',
  'invitation.ask-link': 'Demander un entretien',
  'invitation.questions': (phone) => `Des questions\u202f? Appelez le ${phone}.`,

  'reminder.subject': ({ day, time }) => `Rappel\u202f: votre rendez-vous du ${day} à ${time}`,
  'reminder.intro':
    'Vous avez un rendez-vous avec le médecin du travail, par vidéo. Le voici encore une fois.',
  'reminder.test':
    'Ouvrez la page aujourd’hui et testez votre caméra et le son. Cela prend une minute.',
  'reminder.cannot': (phone) =>
    `Cette heure ne vous convient pas\u202f? Dites-le-nous à temps\u202f: ouvrez la même page, ou appelez le ${phone}.`,

  'offer.subject': ({ day, time }) => `Un moment est libre\u202f: ${day} à ${time}`,
  'offer.intro': 'Un moment s’est libéré. Voulez-vous venir à ce moment-là\u202f?',
  'offer.instead': ({ day, time }) =>
    `Votre rendez-vous actuel est le ${day} à ${time}. Il est déplacé si vous prenez ce moment.`,
  'offer.until': ({ day, time }) =>
    `Nous le gardons pour vous jusqu’au ${day} à ${time}. Ensuite, nous le proposons à quelqu’un d’autre.`,
  'offer.open': 'Voir ce moment',
  'offer.no': 'Il ne vous convient pas\u202f? Alors vous n’avez rien à faire.',

  'declared.subject': ({ day, time }) => `Votre rendez-vous du ${day}, ${time} : votre accord`,
  'declared.title': (physician) => `Voici ce que vous avez dit à ${physician} :`,
  'declared.own-page': 'sur votre propre page',
  'declared.read': (version) => `Voici ce que vous avez pu lire avant (texte ${version}) :`,
  'declared.back': (declared) => `Vous avez retiré : ${declared}`,
  'declared.keep':
    'Gardez ce message. Vous pouvez à tout moment retirer ce que vous avez dit et demander une visite sur place. Vous n’avez pas besoin de donner une raison.',

  'code.subject': 'Votre code',
  'code.label': 'Votre code\u202f:',
  'code.type': 'Tapez-le dans les dix minutes sur la page où vous l’avez demandé.',
  'code.not-you':
    'Personne de chez nous ne vous demandera ce code. Vous n’en avez pas demandé\u202f? Appelez-nous.',
  'request.subject': 'Nous avons reçu votre message',
  'request.intro': 'Nous avons reçu votre message. Nous vous écrirons bientôt de nouveau.',
  'request.not-you': 'Vous ne nous avez pas écrit\u202f? Alors vous n’avez rien à faire.',

  'contact.subject': (service) => `Votre compte chez ${service}`,
  'contact.intro': (employer) =>
    `Vous êtes la personne de contact pour ${employer}. Sur une page personnelle, vous voyez quand le médecin examine dans vos locaux et quand vos travailleurs s’absentent pour cela. Vous n’y voyez rien de médical.`,
  'contact.passkey':
    'Avec ce lien, vous créez une clé d’accès. Ensuite, vous vous connectez avec votre empreinte, votre visage ou le code de votre appareil.',
  'contact.open': 'Créer votre compte',
  'contact.once':
    'Le lien fonctionne une seule fois, pendant une semaine. Ne transférez pas ce message.',

  'visit.intro': 'Vous avez un rendez-vous avec le médecin du travail, sur place.',
  'visit.bring': 'Apportez votre carte d’identité.',

  'delay.subject': (time) => `Votre rendez-vous\u202f: vers ${time}`,
  'delay.body': (time) =>
    `Le médecin a du retard. Votre rendez-vous commence vers ${time}. Ce n’est pas votre faute.`,
  'delay.told-again':
    'Si cela change beaucoup, nous vous écrirons encore. Et aussi quand ce sera bientôt votre tour.',
  'call-in.subject': (time) => `Votre rendez-vous\u202f: ${time}, venez maintenant`,
  'call-in.body': 'C’est bientôt votre tour.',
  'call-in.own-phone': 'Ouvrez maintenant votre rendez-vous sur votre téléphone.',
  'call-in.room': (room) => `Allez maintenant au local ${room}.`,

  'sms.offer': ({ service, day, time, until, link }) =>
    `${service}: un moment est libre le ${day} à ${time}. Prenez-le avant ${until}: ${link}`,
  'sms.reminder': ({ service, day, time, link, phone }) =>
    `${service}: votre rendez-vous est le ${day} à ${time}. Ouvrez ${link} Aide ${phone}`,
  'sms.reminder-visit': ({ service, day, time, link, phone }) =>
    `${service}: votre rendez-vous est le ${day} à ${time}, sur place. Voir ${link} Aide ${phone}`,
  'sms.delay': ({ service, time, link }) =>
    `${service}: nous avons du retard. Votre nouvelle heure: vers ${time}. Ouvrez ${link}`,
  'sms.call-in': ({ service, link, phone }) =>
    `${service}: c’est bientôt votre tour. Ouvrez maintenant ${link} Aide ${phone}`,
  'sms.code': ({ service, code }) =>
    `${service}: votre code est ${code}. Tapez-le dans les dix minutes sur la page où vous l’avez demandé. Ne le donnez à personne.`,

  'translation.below': (language) => `En ${language}\u202f: voir ci-dessous.`,
  'translation.note': (language) =>
    `Une traduction, pour vous aider. C’est le texte ci-dessus en ${language} qui compte.`,

  'moved.subject': ({ day, time }) =>
    `Déplacé\u202f: votre rendez-vous est maintenant le ${day} à ${time}`,
  'moved.intro':
    'Votre rendez-vous par vidéo avec le médecin du travail a été déplacé. Seul ce qui suit compte maintenant, et non notre message précédent.',

  'called-off.subject': ({ day, time }) => `Annulé\u202f: votre rendez-vous du ${day} à ${time}`,
  'called-off.body': ({ day, time }) =>
    `Votre rendez-vous du ${day} à ${time}, avec le médecin du travail n’a pas lieu.`,
  'called-off.another': 'Si un autre rendez-vous est nécessaire, nous vous écrirons.',
  'called-off.in-person':
    'Ce sera une visite sur place. Ouvrez la page pour voir les moments libres, ou attendez que nous vous écrivions.',
  'restored.subject': ({ day, time }) => `Maintenu\u202f: votre rendez-vous du ${day} à ${time}`,
  'restored.intro':
    'Votre rendez-vous par vidéo avec le médecin du travail a bien lieu. Nous l’avions annulé par erreur\u202f: veuillez nous excuser.',

  'message.colon': '\u202f:',

  'calendar.summary': 'Rendez-vous',
  'calendar.description': (phone) =>
    `Utilisez le lien de votre e-mail sur ce rendez-vous. Des questions\u202f? Appelez le ${phone}.`,
  'calendar.file': 'rendez-vous.ics',
}
