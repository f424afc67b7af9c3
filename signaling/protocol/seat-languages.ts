/** Apart from their schema, as the post categories are: the office's page names them. */

/** English is never the language of a seat: coordinated laws of 18-07-1966, decrees of 19-07-1973 and 30-06-1982. */
export const seatLanguages = ['nl', 'fr', 'de'] as const
export type SeatLanguage = (typeof seatLanguages)[number]
