import { plural } from '../format.ts'
import type { OutreachTexts } from './en.ts'

export const texts: OutreachTexts = {
  'invitation.subject': ({ day, time }) => `Ihr Termin am ${day}, um ${time} Uhr`,
  'invitation.hello': (firstName) => `Guten Tag ${firstName},`,
  'invitation.intro':
    'Sie haben einen Termin mit dem Arbeitsarzt, per Video. Das heißt Telekonsultation.',
  'invitation.when': 'Wann',
  'invitation.moment': ({ day, time }) => `${day}, um ${time} Uhr`,
  'invitation.how-long': 'Wie lange',
  'invitation.minutes': (count) =>
    `Ungefähr ${count} ${plural('de', count, { one: 'Minute', other: 'Minuten' })}`,
  'invitation.with': 'Mit',
  'invitation.registration': (number) => `LIKIV-Nummer ${number}`,
  'invitation.where': 'Wo',
  'invitation.own-phone': 'Mit Ihrem eigenen Telefon, allein in einem ruhigen Raum',
  'invitation.room': (room) => `Im Raum ${room}`,
  'invitation.prepare': 'Das brauchen Sie',
  'invitation.device': 'Ein Telefon oder einen Computer mit Kamera und Mikrofon.',
  'invitation.identity': 'Ihre itsme-App oder Ihren Personalausweis.',
  'invitation.working-time': 'Der Termin gilt als Arbeitszeit.',
  'invitation.open': 'Meinen Termin öffnen',
  'invitation.link-is-yours': 'Dieser Link ist nur für Sie. Geben Sie ihn nicht weiter.',
  'invitation.in-person': (phone) =>
    `Kommen Sie lieber persönlich? Das geht auch, und Sie müssen keinen Grund nennen. Öffnen Sie dieselbe Seite und wählen Sie es dort, oder rufen Sie ${phone} an.`,
  'invitation.in-person-link': 'Ich komme lieber persönlich',
  'invitation.no-recording': 'Niemand zeichnet das Gespräch auf.',
  'invitation.employer': 'Ihr Arbeitgeber sieht und hört nicht, was Sie sagen.',
  'invitation.no-password': 'Wir fragen Sie nie nach einem Passwort.',
  'invitation.ask':
    'Möchten Sie selbst einmal mit dem Arbeitsarzt sprechen? Sie können jederzeit darum bitten. Ihr Arbeitgeber erfährt davon nichts, außer wenn Sie das wollen.',
  'invitation.ask-link': 'Um ein Gespräch bitten',
  'invitation.questions': (phone) => `Fragen? Rufen Sie ${phone} an.`,

  'reminder.subject': ({ day, time }) => `Erinnerung: Ihr Termin am ${day}, um ${time} Uhr`,
  'reminder.intro':
    'Sie haben einen Termin mit dem Arbeitsarzt, per Video. Hier ist er noch einmal.',
  'reminder.test':
    'Öffnen Sie die Seite heute und testen Sie Kamera und Ton. Das dauert eine Minute.',
  'reminder.cannot': (phone) =>
    `Können Sie zu dieser Uhrzeit nicht? Sagen Sie es uns rechtzeitig: Öffnen Sie dieselbe Seite, oder rufen Sie ${phone} an.`,

  'offer.subject': ({ day, time }) => `Ein Zeitpunkt ist frei: ${day}, ${time} Uhr`,
  'offer.intro': 'Ein Zeitpunkt ist frei geworden. Möchten Sie dann kommen?',
  'offer.instead': ({ day, time }) =>
    `Ihr jetziger Termin ist am ${day}, um ${time} Uhr. Er wird verschoben, wenn Sie diesen Zeitpunkt nehmen.`,
  'offer.until': ({ day, time }) =>
    `Wir halten ihn für Sie frei bis ${day}, ${time} Uhr. Danach fragen wir jemand anderen.`,
  'offer.open': 'Diesen Zeitpunkt ansehen',
  'offer.no': 'Passt er Ihnen nicht? Dann brauchen Sie nichts zu tun.',

  'declared.subject': ({ day, time }) => `Ihr Termin am ${day}, ${time}: Ihr Einverständnis`,
  'declared.title': (physician) => `Das haben Sie ${physician} gesagt:`,
  'declared.own-page': 'auf Ihrer eigenen Seite',
  'declared.read': (version) => `Das konnten Sie vorher lesen (Text ${version}):`,
  'declared.back': (declared) => `Sie haben zurückgenommen: ${declared}`,
  'declared.keep':
    'Bewahren Sie diese E-Mail auf. Sie können jederzeit zurücknehmen, was Sie gesagt haben, und stattdessen einen Besuch vor Ort verlangen. Sie brauchen keinen Grund zu nennen.',

  'code.subject': 'Ihr Code',
  'code.label': 'Ihr Code:',
  'code.type':
    'Geben Sie ihn innerhalb von zehn Minuten auf der Seite ein, auf der Sie ihn angefordert haben.',
  'code.not-you':
    'Niemand von uns fragt Sie je nach diesem Code. Sie haben keinen angefordert? Dann rufen Sie uns an.',
  'request.subject': 'Wir haben Ihre Nachricht erhalten',
  'request.intro': 'Wir haben Ihre Nachricht erhalten. Wir schreiben Ihnen bald wieder.',
  'request.not-you': 'Haben Sie uns nicht geschrieben? Dann brauchen Sie nichts zu tun.',

  'contact.subject': (service) => `Ihr Konto bei ${service}`,
  'contact.intro': (employer) =>
    `Sie sind Kontaktperson von ${employer}. Auf einer eigenen Seite sehen Sie, wann der Arzt in Ihren Räumen untersucht und wann Ihre Arbeitnehmer dafür abwesend sind. Medizinisches sehen Sie dort nicht.`,
  'contact.passkey':
    'Mit diesem Link machen Sie einen Passkey. Danach melden Sie sich mit Ihrem Fingerabdruck, Ihrem Gesicht oder der PIN Ihres Geräts an.',
  'contact.open': 'Ihr Konto anlegen',
  'contact.once': 'Der Link gilt einmal, eine Woche lang. Leiten Sie diese Mail nicht weiter.',

  'visit.intro': 'Sie haben einen Termin mit dem Arbeitsarzt, vor Ort.',
  'visit.bring': 'Bringen Sie Ihren Personalausweis mit.',

  'delay.subject': (time) => `Ihr Termin: gegen ${time} Uhr`,
  'delay.body': (time) =>
    `Der Arzt hat Verspätung. Ihr Termin beginnt gegen ${time} Uhr. Sie haben nichts falsch gemacht.`,
  'delay.told-again':
    'Ändert sich das noch viel, schreiben wir wieder. Auch wenn Sie fast an der Reihe sind.',
  'call-in.subject': (time) => `Ihr Termin: ${time} Uhr, bitte kommen Sie jetzt`,
  'call-in.body': 'Sie sind fast an der Reihe.',
  'call-in.own-phone': 'Öffnen Sie Ihren Termin jetzt auf Ihrem Telefon.',
  'call-in.room': (room) => `Gehen Sie jetzt in den Raum ${room}.`,

  'sms.offer': ({ service, day, time, until, link }) =>
    `${service}: ein Zeitpunkt ist frei, am ${day} um ${time} Uhr. Nehmen Sie ihn vor ${until} Uhr: ${link}`,
  'sms.reminder': ({ service, day, time, link, phone }) =>
    `${service}: Ihr Termin ist am ${day} um ${time} Uhr. Öffnen Sie ${link} Hilfe ${phone}`,
  'sms.reminder-visit': ({ service, day, time, link, phone }) =>
    `${service}: Ihr Termin ist am ${day} um ${time} Uhr, vor Ort. Siehe ${link} Hilfe ${phone}`,
  'sms.delay': ({ service, time, link }) =>
    `${service}: wir haben Verspätung. Ihre neue Zeit: gegen ${time} Uhr. Öffnen Sie ${link}`,
  'sms.call-in': ({ service, link, phone }) =>
    `${service}: Sie sind fast an der Reihe. Öffnen Sie jetzt ${link} Hilfe ${phone}`,
  'sms.code': ({ service, code }) =>
    `${service}: Ihr Code ist ${code}. Geben Sie ihn binnen zehn Minuten auf der Seite ein, die danach fragt. Geben Sie ihn an niemanden weiter.`,

  'translation.below': (language) => `Auf ${language}: siehe unten.`,
  'translation.note': (language) =>
    `Eine Übersetzung, um Ihnen zu helfen. Es gilt der Text oben auf ${language}.`,

  'moved.subject': ({ day, time }) => `Verschoben: Ihr Termin ist jetzt am ${day}, um ${time} Uhr`,
  'moved.intro':
    'Ihr Termin per Video mit dem Arbeitsarzt wurde verschoben. Nur was unten steht, gilt jetzt, nicht unsere frühere Nachricht.',

  'called-off.subject': ({ day, time }) => `Abgesagt: Ihr Termin am ${day}, um ${time} Uhr`,
  'called-off.body': ({ day, time }) =>
    `Ihr Termin beim Arbeitsarzt am ${day}, um ${time} Uhr findet nicht statt.`,
  'called-off.another': 'Wenn Sie einen anderen Termin brauchen, schreiben wir Ihnen.',
  'called-off.in-person':
    'Stattdessen kommen Sie vor Ort. Öffnen Sie die Seite, um die freien Momente zu sehen, oder warten Sie, bis wir Ihnen schreiben.',
  'restored.subject': ({ day, time }) => `Findet statt: Ihr Termin am ${day}, um ${time} Uhr`,
  'restored.intro':
    'Ihr Termin per Video beim Arbeitsarzt findet doch statt. Wir hatten ihn aus Versehen abgesagt und bitten um Entschuldigung.',

  'message.colon': ':',

  'calendar.summary': 'Termin',
  'calendar.description': (phone) =>
    `Nutzen Sie den Link in Ihrer E-Mail zu diesem Termin. Fragen? Rufen Sie ${phone} an.`,
  'calendar.file': 'termin.ics',
}
