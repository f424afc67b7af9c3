/** For a device that others use after this person. */
export const texts = {
  title: 'Is this the tablet of the room?',
  why: 'Clear it, so that the next person finds nothing of you.',
  clear: 'Clear this device',
  failed: 'That did not work. Close this page, and tell somebody at the reception.',
  /** `time`: "60 seconds". */
  soon: (time: string) => `If nobody touches this device, it clears itself in ${time}.`,
  keep: 'Do not clear it by itself',
  kept: 'It no longer clears itself. Clear it before you leave.',
}
export type LeaveTexts = typeof texts
