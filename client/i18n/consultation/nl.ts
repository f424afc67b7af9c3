import type { ConsultationTexts } from './en.ts'

export const texts: ConsultationTexts = {
  'call.secure': 'Beveiligd gesprek. Niets wordt opgenomen.',
  'call.connecting': (name) => `We verbinden u met ${name}…`,
  'call.recovering': 'De verbinding is weg. Blijf hier, we verbinden u opnieuw.',
  'call.other-paused': (name) => `${name} neemt even pauze.`,
  'call.other-no-picture': (name) => `${name} toont geen beeld. U kunt wel praten.`,
  'call.other-muted': (name) => `${name} heeft het geluid uitgezet.`,
  'call.other-not-here': (name) => `${name} is nu niet in het gesprek. Blijf hier.`,
  'call.muted': 'Uw geluid staat uit. De andere persoon hoort u niet.',
  'call.no-microphone': 'We horen u niet. Dit toestel heeft geen microfoon die werkt.',
  'call.microphone-phone-call':
    'Een ander gesprek gebruikt uw microfoon. Sluit dat gesprek af, dan kunt u hier verder.',
  'call.microphone-unplugged': 'Uw microfoon is losgekoppeld. Sluit ze opnieuw aan.',
  'call.microphone-in-use': 'Een ander programma gebruikt uw microfoon. Sluit dat programma.',
  'call.microphone-refused':
    'Deze pagina mag uw microfoon niet meer gebruiken. Sta het opnieuw toe in de browser.',
  'call.microphone-switched-off': 'Uw microfoon is uitgezet. Zoek een knop op uw toestel.',
  'call.microphone-lost': 'Uw microfoon is gestopt.',
  'call.microphone-silent':
    'We horen niets uit uw microfoon. Zoek een knop op de microfoon of kies een andere.',
  'call.camera-unplugged': 'Uw camera is losgekoppeld. Sluit ze opnieuw aan.',
  'call.camera-in-use': 'Een ander programma gebruikt uw camera. Sluit dat programma.',
  'call.camera-refused':
    'Deze pagina mag uw camera niet meer gebruiken. Sta het opnieuw toe in de browser.',
  'call.camera-away':
    'Er staat een andere app open, daarom stopt uw beeld. Het komt vanzelf terug.',
  'call.camera-switched-off': 'Uw camera is uitgezet. Zoek een knop of een klepje op uw toestel.',
  'call.camera-lost': 'Uw camera is gestopt.',
  'call.other-microphone-phone-call': (name) =>
    `${name} heeft een ander telefoongesprek. Daarna komt het geluid terug.`,
  'call.other-microphone-unplugged': (name) => `Bij ${name} is de microfoon losgekoppeld.`,
  'call.other-microphone-in-use': (name) =>
    `Bij ${name} gebruikt een ander programma de microfoon.`,
  'call.other-microphone-refused': (name) => `Bij ${name} blokkeert de browser de microfoon.`,
  'call.other-microphone-switched-off': (name) => `Bij ${name} is de microfoon uitgezet.`,
  'call.other-microphone-lost': (name) => `Bij ${name} is de microfoon gestopt.`,
  'call.other-microphone-silent': (name) => `Er komt geen geluid uit de microfoon van ${name}.`,
  'call.other-camera-unplugged': (name) =>
    `Bij ${name} is de camera losgekoppeld. U kunt wel praten.`,
  'call.other-camera-in-use': (name) =>
    `Bij ${name} gebruikt een ander programma de camera. U kunt wel praten.`,
  'call.other-camera-refused': (name) =>
    `Bij ${name} blokkeert de browser de camera. U kunt wel praten.`,
  'call.other-camera-away': (name) =>
    `${name} heeft een andere app open. Daarna komt het beeld terug.`,
  'call.other-camera-switched-off': (name) =>
    `Bij ${name} is de camera uitgezet. U kunt wel praten.`,
  'call.other-camera-lost': (name) => `Bij ${name} is de camera gestopt. U kunt wel praten.`,
  'call.restore': 'Opnieuw aanzetten',
  'call.paused': 'Pauze',
  'call.paused-body': 'Niemand ziet of hoort u.',
  'call.go-on': 'Verdergaan',
  'call.autoplay': (name) => `Tik om ${name} te horen`,
  'call.picture-of': (name) => `Beeld van ${name}`,
  'call.own-picture': 'Uw beeld',
  'call.own-camera-off': 'Uw camera staat uit',
  'call.controls': 'Gesprek',

  'quality.weak-own': 'Uw verbinding is zwak.',
  'quality.weak-other': (name) => `De verbinding van ${name} is zwak.`,
  'quality.weak-both': 'De twee verbindingen zijn zwak.',
  'quality.weak-unclear': 'De verbinding is zwak.',
  'quality.picture-own': 'Uw beeld',
  'quality.picture-other': (name) => `Het beeld van ${name}`,
  'quality.picture-both': 'Het beeld',
  'quality.says-smaller': (picture) => `${picture} is kleiner: het geluid gaat voor.`,
  'quality.says-slower': (picture) => `${picture} beweegt minder vlot: het geluid gaat voor.`,
  'quality.says-still': (picture) => `${picture} staat even stil. U kunt verder praten.`,
  'quality.says-sound-only': (picture) => `${picture} staat uit, zo blijft het geluid goed.`,
  'quality.says-phone': 'Ook het geluid is slecht. Praat liever verder via de telefoon.',
  'quality.advice-own': 'Ga dichter bij uw wifi-router staan, of gebruik mobiele data.',
  'quality.advice-other': (name) =>
    `Dichter bij de wifi-router of via mobiele data gaat het beter: zeg dat aan ${name}.`,

  'dock.mute': 'Geluid uit',
  'dock.mute-long': 'Geluid uit: uw microfoon uitzetten',
  'dock.unmute': 'Geluid aan',
  'dock.unmute-long': 'Geluid aan: uw microfoon aanzetten',
  'dock.camera-off': 'Camera uit',
  'dock.camera-on': 'Camera aan',
  'dock.pause': 'Pauze',
  'dock.pause-long': 'Pauze: niemand ziet of hoort u',
  'dock.more': 'Meer',
  'dock.more-long': 'Meer keuzes',
  'dock.leave': 'Stoppen',
  'dock.leave-long': 'Stoppen en het gesprek verlaten',
  'dock.end': 'Stoppen',
  'dock.end-long': 'Stoppen: het gesprek beëindigen',

  'more.title': 'Meer',
  'more.close': 'Sluiten',
  'more.camera-off': 'Mijn camera uitzetten',
  'more.camera-on': 'Mijn camera aanzetten',
  'more.other-camera': 'De andere camera gebruiken',
  'more.move-self': 'Mijn beeld verplaatsen',
  'more.needs-picture': 'Ik gebruik gebarentaal of lees lippen: houd het beeld vlot',
  'more.needs-picture-on': 'Ik gebruik gebarentaal of lees lippen: aan',
  'more.in-person': 'Toch liever ter plaatse',
  'more.help': (phone) => `Hulp: ${phone}`,
}
