import { plural } from '../format.ts'
import type { WorkerTexts } from './en.ts'

export const texts: WorkerTexts = {
  'head.help': (phone) => `Hilfe: ${phone}`,
  'head.language': 'Sprache',
  'loading': 'Wir öffnen Ihren Termin…',

  'page.arrival': 'Ihr Termin',
  'page.camera': 'Kamera und Ton',
  'page.waiting': 'Sie sind als Nächstes dran',
  'page.waiting-before': (before) => `Warten (${before} vor Ihnen)`,
  'page.ring': (name) => `● ${name} ruft Sie an`,
  'page.call': 'Im Gespräch',
  'page.after': 'Das Gespräch ist zu Ende',

  'arrival.title': 'Gespräch mit Ihrem Arbeitsarzt',
  'arrival.minutes': (minutes) => `etwa ${minutes} Minuten`,
  'arrival.by-video': 'Per Video, auf diesem Gerät.',
  'arrival.room': (room) => `Ihr Raum: ${room}.`,
  'arrival.quiet': 'Setzen Sie sich allein in einen ruhigen Raum. Schließen Sie die Tür.',
  'arrival.continue': 'Weiter',
  'arrival.test': 'Kamera und Ton jetzt testen',
  'arrival.early-today': (start, opens) =>
    `Sie sind früh da. Ihr Termin ist um ${start}. Sie können ab ${opens} eintreten.`,
  'arrival.early': (day, opens) => `Sie sind früh da. Kommen Sie am ${day} wieder, ab ${opens}.`,
  'arrival.choose': 'Sie wählen: per Video oder vor Ort. Beides ist gut.',
  'arrival.failed': 'Das ging nicht. Versuchen Sie es noch einmal, oder rufen Sie uns an.',
  'arrival.offline': 'Keine Verbindung. Prüfen Sie Ihr Internet und versuchen Sie es noch einmal.',

  'in-person.prefer': 'Ich komme lieber vor Ort',
  'in-person.ask-title': 'Sie wählen einen Termin vor Ort',
  'in-person.ask-body': 'Ihr Termin per Video endet. Wir melden uns für einen neuen Termin.',
  'in-person.yes': 'Ja, vor Ort',
  'in-person.back': 'Zurück',
  'in-person.title': 'Ein Termin vor Ort',
  'in-person.body': 'Wir melden uns für einen neuen Termin.',
  'in-person.after-call':
    'Der Arzt möchte Sie auch vor Ort sehen. Wir melden uns für einen neuen Termin.',

  'media.title': 'Schalten Sie Kamera und Ton ein',
  'media.body': 'Ihr Browser fragt um Erlaubnis.',
  'media.allow': 'Wählen Sie „Zulassen“.',
  'media.privacy': 'Der Arzt sieht und hört Sie erst, wenn Sie annehmen.',
  'media.on': 'Kamera und Ton einschalten',
  'media.without': 'Ohne Kamera weiter',
  'media.asking': 'Sehen Sie die Frage Ihres Browsers an. Wählen Sie „Zulassen“.',
  'media.sound-only': 'Nur mit Ton weiter',
  'media.retry': 'Noch einmal versuchen',
  'media.phone': (phone) =>
    `Geht es nicht? Rufen Sie uns an: ${phone}. Der Arzt kann Sie auch anrufen.`,
  'media.calling': (name) => `${name} ruft Sie jetzt an.`,

  'media.refused': 'Ihre Kamera oder Ihr Ton ist gesperrt',
  'media.refused-body': 'Tun Sie dies, und versuchen Sie es dann noch einmal:',
  'media.refused-by-system': 'Ihr Gerät erlaubt diesem Browser die Kamera nicht',
  'media.refused-by-system-body': 'Tun Sie dies, und versuchen Sie es dann noch einmal:',
  'media.busy': 'Eine andere App benutzt Ihre Kamera oder Ihr Mikrofon',
  'media.busy-body': 'Schließen Sie diese App. Versuchen Sie es dann noch einmal.',
  'media.no-device': 'Wir finden keine Kamera und kein Mikrofon',
  'media.no-device-body':
    'Nehmen Sie ein Telefon oder einen Computer mit beidem. Öffnen Sie dort denselben Link.',
  'media.timed-out': 'Ihr Browser bekam keine Antwort',
  'media.timed-out-body':
    'Versuchen Sie es noch einmal, und wählen Sie „Zulassen“, wenn Ihr Browser fragt.',
  'media.insecure': 'Die Kamera geht an dieser Adresse nicht',
  'media.insecure-body':
    'Öffnen Sie den Link in der E-Mail noch einmal. Die Adresse beginnt mit „https“.',
  'media.unsupported': 'Dieser Browser hat keine Kamera für Gespräche',
  'media.unsupported-body': 'Öffnen Sie den Link in einem anderen Browser.',
  'media.unknown': 'Die Kamera startet nicht',
  'media.unknown-body': 'Schließen Sie andere Apps. Versuchen Sie es dann noch einmal.',

  'wait.title': 'Sie sind bereit',
  'wait.tested-title': 'Kamera und Ton sind an',
  'wait.here': (name) => `${name} ruft Sie hier an.`,
  'wait.keep': 'Lassen Sie diese Seite offen.',
  'wait.before': (before) =>
    plural('de', before, {
      one: `${before} Person vor Ihnen`,
      other: `${before} Personen vor Ihnen`,
    }),
  'wait.next': 'Sie sind als Nächstes dran',
  'wait.early': (day, opens) => `Sie sind früh da. Kommen Sie am ${day} wieder, ab ${opens}.`,
  'wait.early-today': (opens) =>
    `Sie sind früh da. Lassen Sie diese Seite offen, oder kommen Sie um ${opens} wieder.`,
  'wait.late': (minutes) =>
    `Der Arzt hat etwa ${minutes} Minuten Verspätung. Sie haben nichts falsch gemacht.`,
  'wait.expected': (time) =>
    `Der Arzt hat Verspätung. Ihr Gespräch beginnt gegen ${time} Uhr. Sie haben nichts falsch gemacht.`,
  'wait.not-started': 'Der Arzt hat noch nicht begonnen. Sie haben nichts falsch gemacht.',
  'wait.away': 'Sie waren kurz weg von dieser Seite. Bleiben Sie hier, damit wir Sie erreichen.',
  'wait.screen': 'Lassen Sie den Bildschirm an. Tippen Sie ab und zu darauf.',
  'wait.offline': 'Keine Verbindung. Wir versuchen es weiter. Sie müssen nichts tun.',
  'wait.offline-phone': (phone) => `Immer noch keine Verbindung? Rufen Sie uns an: ${phone}`,
  'wait.deferred': 'Sie haben um 2 Minuten gebeten. Dann ruft der Arzt Sie wieder an.',
  'wait.missed': (time) =>
    `Der Arzt hat um ${time} angerufen. Bleiben Sie hier, der Arzt kann wieder anrufen.`,
  'wait.stopped': 'Der Anruf hat aufgehört. Bleiben Sie hier, der Arzt ruft wieder an.',
  'wait.no-camera': 'Sie machen nur mit Ton weiter. Das ist gut so.',
  'wait.no-microphone': 'Wir finden kein Mikrofon. Der Arzt kann Sie anrufen.',
  'wait.silent': 'Wir hören Sie noch nicht. Sagen Sie Hallo, oder prüfen Sie Ihr Mikrofon.',
  'wait.own-picture': 'Ihr eigenes Bild',
  'wait.ringtone': 'Klingelton anhören',
  'wait.unlock': 'Klingelton einschalten',
  'chip.picture': 'Bild',
  'chip.no-picture': 'Kein Bild',
  'chip.sound': 'Ton',
  'chip.say-hello': 'Sagen Sie Hallo',
  'chip.no-sound': 'Kein Ton',
  'chip.connection': 'Verbindung',
  'chip.no-connection': 'Keine Verbindung',

  'ring.title': (name) => `${name} ruft Sie an`,
  'ring.video': 'Mit Bild annehmen',
  'ring.sound': 'Ohne Bild annehmen',
  'ring.defer': 'Ich brauche noch 2 Minuten',

  'after.title': 'Das Gespräch ist zu Ende',
  'after.left-title': 'Sie haben das Gespräch verlassen',
  'after.left-body': 'Der Arzt ist noch da.',
  'after.rejoin': 'Zurück zum Gespräch',
  'after.next-title': 'Wie geht es weiter?',
  'after.next': [
    'Der Arzt schreibt das Ergebnis auf.',
    'Sie bekommen Ihre Kopie per E-Mail oder Post.',
    'Ihr Arbeitgeber bekommt nur die Entscheidung. Nicht den Grund, und nicht, was Sie gesagt haben.',
  ],
  'after.close': 'Sie können diese Seite schließen.',

  'over.title': 'Dieser Termin ist vorbei',
  'over.body': 'Brauchen Sie einen neuen Termin? Rufen Sie uns an.',
  'not-valid.title': 'Wir finden diesen Termin nicht',
  'not-valid.body': 'Öffnen Sie den Link in unserer letzten E-Mail an Sie. Oder rufen Sie uns an.',
  'unreachable.title': 'Keine Verbindung',
  'unreachable.body':
    'Prüfen Sie Ihr Internet. Versuchen Sie es noch einmal, oder rufen Sie uns an.',
  'elsewhere.title': 'Ihr Termin ist in einem anderen Fenster offen',
  'elsewhere.in-call': 'Sie sind auf einem anderen Gerät schon in diesem Gespräch',
  'elsewhere.body': 'Möchten Sie hier weitermachen? Dort endet es dann. Ihr Arzt erfährt davon.',
  'elsewhere.here': 'Hier weitermachen',
  'replaced.title': 'Sie haben in einem anderen Fenster oder auf einem anderen Gerät weitergemacht',
  'replaced.body':
    'Sie können diese Seite schließen. Waren Sie das nicht? Machen Sie hier weiter und sagen Sie es Ihrem Arzt.',
  'signed-out.title': 'Öffnen Sie Ihren Link noch einmal',
  'signed-out.body':
    'Diese Seite ist nicht mehr mit Ihrem Termin verbunden. Öffnen Sie den Link in Ihrer E-Mail.',
  'outdated.title': 'Es gibt eine neue Version dieser Seite',
  'outdated.body': 'Laden Sie die Seite neu. Sie bleiben, wo Sie waren.',
  'outdated.load': 'Neu laden',
  'retry': 'Noch einmal versuchen',
}
