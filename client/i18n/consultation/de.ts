import type { ConsultationTexts } from './en.ts'

export const texts: ConsultationTexts = {
  'call.secure': 'Sicheres Gespräch. Nichts wird aufgenommen.',
  'call.connecting': (name) => `Wir verbinden Sie mit ${name}…`,
  'call.recovering': 'Die Verbindung ist weg. Bleiben Sie hier, wir verbinden Sie neu.',
  'call.recovering-long':
    'Es gibt noch keine Verbindung. Wir versuchen es weiter. Sie können auch telefonieren.',
  'call.connecting-long':
    'Wir können Sie noch nicht verbinden. Wir versuchen es weiter. Sie können auch telefonieren.',
  'call.phone': (phone) => `${phone} anrufen`,
  'call.other-paused': (name) => `${name} macht kurz Pause.`,
  'call.other-no-picture': (name) => `${name} zeigt kein Bild. Sie können weiter sprechen.`,
  'call.other-muted': (name) => `${name} hat den Ton ausgeschaltet.`,
  'call.other-not-here': (name) => `${name} ist gerade nicht im Gespräch. Bleiben Sie hier.`,
  'call.muted': 'Ihr Ton ist aus. Die andere Person hört Sie nicht.',
  'call.no-microphone': 'Wir hören Sie nicht. Dieses Gerät hat kein Mikrofon, das funktioniert.',
  'call.microphone-phone-call':
    'Ein anderer Anruf benutzt Ihr Mikrofon. Beenden Sie ihn, dann geht es hier weiter.',
  'call.microphone-unplugged':
    'Ihr Mikrofon ist nicht mehr angeschlossen. Schließen Sie es wieder an.',
  'call.microphone-in-use':
    'Ein anderes Programm benutzt Ihr Mikrofon. Schließen Sie dieses Programm.',
  'call.microphone-refused':
    'Diese Seite darf Ihr Mikrofon nicht mehr benutzen. Erlauben Sie es wieder im Browser.',
  'call.microphone-switched-off':
    'Ihr Mikrofon ist ausgeschaltet. Suchen Sie einen Schalter am Gerät.',
  'call.microphone-lost': 'Ihr Mikrofon funktioniert nicht mehr.',
  'call.microphone-silent':
    'Aus Ihrem Mikrofon kommt kein Ton. Suchen Sie einen Schalter am Mikrofon oder wählen Sie ein anderes.',
  'call.camera-unplugged': 'Ihre Kamera ist nicht mehr angeschlossen. Schließen Sie sie wieder an.',
  'call.camera-in-use': 'Ein anderes Programm benutzt Ihre Kamera. Schließen Sie dieses Programm.',
  'call.camera-refused':
    'Diese Seite darf Ihre Kamera nicht mehr benutzen. Erlauben Sie es wieder im Browser.',
  'call.camera-away':
    'Eine andere App ist offen, darum stoppt Ihr Bild. Es kommt von selbst zurück.',
  'call.camera-switched-off':
    'Ihre Kamera ist ausgeschaltet. Suchen Sie einen Schalter oder eine Klappe am Gerät.',
  'call.camera-lost': 'Ihre Kamera funktioniert nicht mehr.',
  'call.other-microphone-phone-call': (name) =>
    `${name} hat einen anderen Anruf. Danach kommt der Ton zurück.`,
  'call.other-microphone-unplugged': (name) =>
    `Bei ${name} ist das Mikrofon nicht mehr angeschlossen.`,
  'call.other-microphone-in-use': (name) =>
    `Bei ${name} benutzt ein anderes Programm das Mikrofon.`,
  'call.other-microphone-refused': (name) => `Bei ${name} sperrt der Browser das Mikrofon.`,
  'call.other-microphone-switched-off': (name) => `Bei ${name} ist das Mikrofon ausgeschaltet.`,
  'call.other-microphone-lost': (name) => `Bei ${name} funktioniert das Mikrofon nicht mehr.`,
  'call.other-microphone-silent': (name) => `Aus dem Mikrofon von ${name} kommt kein Ton.`,
  'call.other-camera-unplugged': (name) =>
    `Bei ${name} ist die Kamera nicht mehr angeschlossen. Sie können weiter sprechen.`,
  'call.other-camera-in-use': (name) =>
    `Bei ${name} benutzt ein anderes Programm die Kamera. Sie können weiter sprechen.`,
  'call.other-camera-refused': (name) =>
    `Bei ${name} sperrt der Browser die Kamera. Sie können weiter sprechen.`,
  'call.other-camera-away': (name) =>
    `${name} hat eine andere App offen. Danach kommt das Bild zurück.`,
  'call.other-camera-switched-off': (name) =>
    `Bei ${name} ist die Kamera ausgeschaltet. Sie können weiter sprechen.`,
  'call.other-camera-lost': (name) =>
    `Bei ${name} funktioniert die Kamera nicht mehr. Sie können weiter sprechen.`,
  'call.now-using-microphone': (label) => `Ihr Mikrofon ist jetzt: ${label}.`,
  'call.now-using-camera': (label) => `Ihre Kamera ist jetzt: ${label}.`,
  'call.back-microphone': (label) => `Ihr anderes Mikrofon ist wieder da: ${label}.`,
  'call.back-camera': (label) => `Ihre andere Kamera ist wieder da: ${label}.`,
  'call.may-echo': 'Dieses Mikrofon kann ein Echo machen. Kopfhörer helfen.',
  'call.use-it': 'Benutzen',
  'call.choose-another': 'Ein anderes wählen',
  'call.restore': 'Wieder einschalten',
  'call.paused': 'Pause',
  'call.paused-body': 'Niemand sieht oder hört Sie.',
  'call.go-on': 'Weiter',
  'call.autoplay': (name) => `Tippen Sie, um ${name} zu hören`,
  'call.picture-of': (name) => `Bild von ${name}`,
  'call.own-picture': 'Ihr Bild',
  'call.own-camera-off': 'Ihre Kamera ist aus',
  'call.controls': 'Gespräch',
  'call.in-person': 'Vor Ort',
  'call.in-person-long': 'Doch lieber vor Ort',

  'quality.weak-own': 'Ihre Verbindung ist schwach.',
  'quality.weak-other': (name) => `Die Verbindung von ${name} ist schwach.`,
  'quality.weak-both': 'Beide Verbindungen sind schwach.',
  'quality.weak-unclear': 'Die Verbindung ist schwach.',
  'quality.picture-own': 'Ihr Bild',
  'quality.picture-other': (name) => `Das Bild von ${name}`,
  'quality.picture-both': 'Das Bild',
  'quality.says-smaller': (picture) => `${picture} ist kleiner: Der Ton geht vor.`,
  'quality.says-slower': (picture) => `${picture} bewegt sich weniger flüssig: Der Ton geht vor.`,
  'quality.says-still': (picture) =>
    `${picture} steht einen Moment still. Sie können weitersprechen.`,
  'quality.says-sound-only': (picture) => `${picture} ist aus, damit der Ton klar bleibt.`,
  'quality.says-phone': 'Auch der Ton ist schlecht. Sprechen Sie besser am Telefon weiter.',
  'quality.advice-own': 'Gehen Sie näher zum WLAN-Router, oder nutzen Sie mobile Daten.',
  'quality.advice-other': (name) =>
    `Näher am WLAN-Router oder mit mobilen Daten geht es besser: Sagen Sie es ${name}.`,

  'dock.mute': 'Ton aus',
  'dock.mute-long': 'Ton aus: Ihr Mikrofon ausschalten',
  'dock.unmute': 'Ton an',
  'dock.unmute-long': 'Ton an: Ihr Mikrofon einschalten',
  'dock.camera-off': 'Kamera aus',
  'dock.camera-on': 'Kamera an',
  'dock.pause': 'Pause',
  'dock.pause-long': 'Pause: Niemand sieht oder hört Sie',
  'dock.text': 'Text',
  'dock.text-long': 'Text: einander schreiben',
  'dock.text-new-long': 'Text: Es steht etwas Neues da',
  'dock.float-long': 'Extra: das Bild über anderen Fenstern behalten',
  'dock.more': 'Mehr',
  'dock.more-long': 'Mehr Möglichkeiten',
  'dock.leave': 'Beenden',
  'dock.leave-long': 'Beenden und das Gespräch verlassen',
  'dock.end': 'Beenden',
  'dock.end-long': 'Beenden: das Gespräch schließen',

  'third.interpreter': (name) => `${name}, dolmetscht`,
  'third.captioner': (name) => `${name}, schreibt mit`,
  'third.companion': (name) => `${name}, Begleitperson`,
  'third.here': (who) => `Auch im Gespräch: ${who}`,
  'third.away': (who) => `${who}: die Verbindung ist gerade weg.`,
  'third.waits': (who) => `An der Tür: ${who}`,
  'third.objected': (name) =>
    `Der Arbeitnehmer möchte ${name} nicht dabeihaben. ${name} wartet draußen.`,
  'third.objected-own': (name) => `${name} ist draußen. Der Arzt weiß, dass Sie das nicht möchten.`,
  'third.left': (name) => `${name} hat das Gespräch verlassen.`,
  'third.gone': (name) => `${name} wartet nicht mehr.`,
  'third.object': 'Ich möchte das nicht',
  'third.object-long': (name) => `Ich möchte das nicht: ${name} im Gespräch`,
  'third.admit': 'Hereinlassen',
  'third.admit-long': (name) => `${name} hereinlassen`,
  'third.remove': 'Entfernen',
  'third.remove-long': (name) => `${name} endgültig entfernen`,
  'third.enlarge': (name) => `Großes Bild von ${name}`,
}
