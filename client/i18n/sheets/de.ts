import type { SheetTexts } from './en.ts'

export const texts: SheetTexts = {
  'more.title': 'Mehr',
  'more.close': 'Schließen',
  'more.camera-off': 'Meine Kamera ausschalten',
  'more.camera-on': 'Meine Kamera einschalten',
  'more.devices': 'Kamera, Mikrofon, Ton',
  'more.other-camera': 'Die andere Kamera benutzen',
  'more.move-self': 'Mein Bild verschieben',
  'more.needs-picture': 'Ich gebärde oder lese von den Lippen: Bild flüssig halten',
  'more.needs-picture-on': 'Ich gebärde oder lese von den Lippen: an',
  'more.files': 'Fotos und Dateien',
  'more.words': 'Sicherheitswörter',
  'more.help': (phone) => `Hilfe: ${phone}`,

  'devices.title': 'Kamera, Mikrofon, Ton',
  'devices.camera': 'Kamera',
  'devices.microphone': 'Mikrofon',
  'devices.speaker': 'Der Ton kommt aus',
  'devices.no-camera': 'Wir finden keine Kamera.',
  'devices.no-microphone': 'Wir finden kein Mikrofon.',
  'devices.nameless': (count) => `Gerät ${count}`,
  'devices.level': 'Sagen Sie etwas. Der Balken bewegt sich, wenn wir Sie hören.',
}
