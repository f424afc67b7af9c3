/** What is shared in a call beside sound and picture. `name` is the other person. */
export const texts = {
  'text.title': 'Text',
  'text.close': 'Close',
  'text.you': 'You',
  'text.empty': (name: string) =>
    `Type here. ${name} sees every letter at once. Nothing is stored; the text goes with the call.`,
  'text.log': 'What was written',
  'text.field': 'Your text',
  'text.end-line': 'New line',
  'text.writes': (name: string) => `${name} writes`,
  'text.said': (name: string, words: string) => `${name}: ${words}`,
}

export type SharingTexts = typeof texts
