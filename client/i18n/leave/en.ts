/** For a device that others use after this person. */
export const texts = {
  title: 'Is this the tablet of the room?',
  why: 'Clear it, so that the next person finds nothing of you.',
  clear: 'Clear this device',
  failed: 'That did not work. Close this page, and tell somebody at the reception.',
}
export type LeaveTexts = typeof texts
