import type { AskTexts } from './en.ts'

export const texts: AskTexts = {
  'page.language': 'Sprache',
  'page.loading': 'Einen Augenblick, bitte.',
  'help': (service) => `Fragen? Rufen Sie an: ${service}.`,

  'form.title': 'Mit dem Arbeitsarzt sprechen',
  'form.intro':
    'Haben Sie eine Frage zu Ihrer Gesundheit und Ihrer Arbeit? Sie dürfen jederzeit um ein Gespräch bitten. Sie müssen keinen Grund nennen.',
  'form.secret': 'Ihr Arbeitgeber erfährt es nicht, außer wenn Sie es wollen.',
  'form.known':
    'Durch Ihren Link wissen wir, wer Sie sind. Wir schreiben an die Adresse, an die er ging.',
  'form.first-name': 'Vorname',
  'form.last-name': 'Nachname',
  'form.birth-date': 'Geburtsdatum',
  'form.employer': 'Ihr Arbeitgeber',
  'form.reach':
    'Wie können wir Sie erreichen? Nennen Sie eine E-Mail-Adresse, eine Telefonnummer oder beides. Nennen Sie keine, die andere bei der Arbeit lesen.',
  'form.email': 'E-Mail-Adresse',
  'form.phone': 'Telefonnummer',
  'form.language': 'In welcher Sprache möchten Sie sprechen?',
  'form.send': 'Um ein Gespräch bitten',

  'moments.days': 'An welchen Tagen passt es Ihnen?',
  'moments.hint': 'Wählen Sie nichts, wenn jeder Tag passt.',
  'moments.parts': 'Zu welcher Tageszeit?',
  'moments.morning': 'Am Vormittag',
  'moments.afternoon': 'Am Nachmittag',

  'tell.title': 'Darf Ihr Arbeitgeber wissen, dass Sie um dieses Gespräch bitten?',
  'tell.no': 'Nein',
  'tell.yes': 'Ja',

  'problem.missing': 'Geben Sie Ihren Vornamen, Ihren Nachnamen und Ihren Arbeitgeber ein.',
  'problem.birth-date': 'Geben Sie Ihr Geburtsdatum ein.',
  'problem.reach': 'Geben Sie eine E-Mail-Adresse oder eine Telefonnummer ein.',
  'problem.email': 'Diese E-Mail-Adresse kann nicht stimmen. Sehen Sie noch einmal nach.',
  'problem.phone': 'Diese Telefonnummer kann nicht stimmen. Sehen Sie noch einmal nach.',
  'problem.often':
    'Aus Ihrem Netz kamen viele Anfragen. Versuchen Sie es in einer Stunde wieder, oder rufen Sie uns an.',
  'problem.failed':
    'Wir können den Dienst nicht erreichen. Versuchen Sie es noch einmal. Ihre Angaben stehen noch da.',

  'earlier.question': 'Würden Sie früher kommen?',
  'earlier.how':
    'Ihr Termin bleibt. Wird vorher ein Zeitpunkt frei, schreiben wir Ihnen, und Sie wählen.',
  'earlier.yes': 'Ja, schreiben Sie mir',
  'earlier.title': 'Wir schreiben Ihnen',
  'earlier.body':
    'Wird ein früherer Zeitpunkt frei, bekommen Sie eine E-Mail. Solange Sie ihn nicht nehmen, bleibt Ihr Termin.',

  'received.title': 'Wir haben Ihre Anfrage erhalten',
  'received.body': (day) => `Sie sprechen spätestens am ${day} mit einem Arzt.`,
  'received.next':
    'Wir schreiben Ihnen oder rufen Sie an und nennen einen Zeitpunkt. Sie müssen jetzt nichts tun.',

  'offer.open': 'Ein Zeitpunkt ist frei',
  'offer.accepted': 'Dieser Zeitpunkt gehört Ihnen',
  'offer.declined': 'Sie haben diesen Zeitpunkt abgelehnt',
  'offer.expired': 'Die Zeit für eine Antwort ist vorbei',
  'offer.withdrawn': 'Dieser Zeitpunkt ist nicht mehr frei',
  'offer.when': 'Wann',
  'offer.moment': (day, time) => `${day}, um ${time} Uhr`,
  'offer.with': 'Mit',
  'offer.where': 'Wo',
  'offer.own-phone': 'Per Video, mit Ihrem eigenen Telefon',
  'offer.instead': (moment) =>
    `Ihr jetziger Termin ist am ${moment}. Er wird hierher verschoben, wenn Sie diesen Zeitpunkt nehmen.`,
  'offer.until': (time) => `Wir halten ihn bis ${time} Uhr für Sie frei.`,
  'offer.take': 'Diesen Zeitpunkt nehmen',
  'offer.no': 'Nein, danke',
  'offer.mail': 'Wir schicken Ihnen eine E-Mail mit allem, was Sie brauchen.',
  'offer.go': 'Meinen Termin öffnen',
  'offer.nothing': 'Sie müssen nichts tun. Wenn Sie einen Termin haben, bleibt er, wie er ist.',

  'invalid.title': 'Dieser Link funktioniert nicht',
  'invalid.body':
    'Vielleicht ist er zu alt oder unvollständig. Öffnen Sie ihn noch einmal aus der E-Mail.',
  'failed.title': 'Wir können den Dienst nicht erreichen',
  'failed.body': 'Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.',
  'failed.retry': 'Noch einmal versuchen',
}
