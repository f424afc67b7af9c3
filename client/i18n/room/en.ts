export const texts = {
  'room.title': 'The tablet for this room comes later',
  'room.what': 'Use your own telephone for now: open the link in your invitation.',
  'room.help': (service: string) => `Do you need help? Call ${service}.`,
  'room.language': 'Language',
}
export type RoomTexts = typeof texts
