/** Apart from their schema: the desk's page names them, and would fetch all that schemas are made of with it. */
export const consents = [
  'video', // agrees to do it by video; choosing a visit in person takes it back
  'alone', // nobody else is in the room, or can listen
  'accompanied', // somebody is with them, of whom the physician is told; it and `alone` take each other back
  'unrecorded', // records nothing, and was told that nobody does
] as const
export type Consent = (typeof consents)[number]
