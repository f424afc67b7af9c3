import type { GuestTexts } from './en.ts'

export const texts: GuestTexts = {
  'page.language': 'Sprache',
  'page.loading': 'Einen Moment, bitte.',
  'help': (service) => `Fragen? Rufen Sie ${service} an.`,

  'ask.title': (doctor) => `${doctor} bittet Sie zu einem Gespräch`,
  'ask.when': (day, time) => `${day} um ${time}`,
  'ask.interpreter': (name) => `Sie kommen zum Dolmetschen: ${name}.`,
  'ask.captioner': (name) => `Sie kommen zum Mitschreiben: ${name}.`,
  'ask.companion': (name) => `Sie kommen als Begleitperson: ${name}.`,
  'ask.shown': 'Alle im Gespräch sehen die ganze Zeit Ihren Namen und Ihre Rolle.',
  'ask.secret':
    'Was gesagt wird, ist geheim. Seien Sie allein in einem geschlossenen Raum und erzählen Sie nichts weiter.',
  'ask.no-recording': 'Nehmen Sie nichts auf und machen Sie keine Fotos.',
  'ask.once': 'Der Link gilt einmal. Öffnen Sie ihn auf dem Gerät, das Sie benutzen werden.',
  'ask.enter': 'Ich habe verstanden. Weiter',
  'early.body': (time) => `Sie können ab ${time} hereinkommen.`,

  'devices.title': 'Kamera und Ton einschalten',
  'devices.body': 'Niemand sieht oder hört Sie, bevor der Arzt Sie hereinlässt.',
  'devices.both': 'Kamera und Ton einschalten',
  'devices.sound': 'Nur Ton',
  'devices.opening': 'Sehen Sie die Frage Ihres Browsers an. Wählen Sie „Zulassen“.',
  'devices.failed':
    'Wir können Ihre Kamera oder Ihr Mikrofon nicht benutzen. Erlauben Sie beides im Browser und versuchen Sie es erneut.',

  'wait.title': 'Der Arzt lässt Sie herein',
  'wait.body': 'Bleiben Sie auf dieser Seite. Niemand sieht oder hört Sie jetzt.',
  'wait.again':
    'Sie sind jetzt außerhalb des Gesprächs. Niemand sieht oder hört Sie. Der Arzt kann Sie wieder hereinlassen.',
  'wait.ready-both': 'Kamera und Mikrofon sind bereit.',
  'wait.ready-sound': 'Ihr Mikrofon ist bereit.',
  'wait.lost': 'Die Verbindung ist weg. Wir versuchen es von selbst erneut.',
  'wait.leave': 'Ich möchte nicht länger warten',

  'call.worker': 'Der Arbeitnehmer',
  'call.worker-within': 'der anderen Person',
  'over.title': 'Das ist vorbei',
  'over.call-ended': 'Das Gespräch ist zu Ende. Danke.',
  'over.removed': 'Der Arzt hat Ihre Teilnahme am Gespräch beendet. Danke für Ihre Zeit.',
  'over.left': 'Sie haben das Gespräch verlassen. Danke.',
  'over.appointment': 'Dieser Termin ist vorbei.',
  'over.close': 'Sie können diese Seite schließen. Der Link gilt nicht mehr.',

  'invalid.title': 'Dieser Link gilt nicht',
  'invalid.body':
    'Er wurde vielleicht schon benutzt oder ist abgelaufen. Bitten Sie den Arzt um einen neuen.',
  'failed.title': 'Wir erreichen den Dienst nicht',
  'failed.body': 'Prüfen Sie Ihre Verbindung und versuchen Sie es erneut.',
  'failed.retry': 'Erneut versuchen',
  'elsewhere.title': 'Sie sind hier schon in einem anderen Fenster',
  'elsewhere.here': 'Dieses Fenster benutzen',
}
