import type { RoomTexts } from './en.ts'

export const texts: RoomTexts = {
  'room.title': 'De tablet voor dit lokaal komt later',
  'room.what': 'Gebruik nu uw eigen telefoon: open de link in uw uitnodiging.',
  'room.help': (service) => `Hebt u hulp nodig? Bel ${service}.`,
  'room.language': 'Taal',
}
