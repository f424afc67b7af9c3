import type { RoomTexts } from './en.ts'

export const texts: RoomTexts = {
  'room.title': 'Das Tablet für diesen Raum kommt später',
  'room.what': 'Benutzen Sie jetzt Ihr eigenes Telefon: Öffnen Sie den Link in Ihrer Einladung.',
  'room.help': (service) => `Brauchen Sie Hilfe? Rufen Sie an: ${service}.`,
  'room.language': 'Sprache',
}
