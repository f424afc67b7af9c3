import type { RoomTexts } from './en.ts'

export const texts: RoomTexts = {
  'room.title': 'La tablette pour ce local viendra plus tard',
  'room.what': 'Utilisez votre propre téléphone : ouvrez le lien dans votre invitation.',
  'room.help': (service) => `Besoin d’aide ? Appelez ${service}.`,
  'room.language': 'Langue',
}
