/** What is said about the safety words of a call. `name` is the other person. */
export const texts = {
  'words.title': 'Safety words',
  'words.close': 'Close',
  'words.ask-worker': 'Read them to each other. Not the same? Hang up and ring us.',
  'words.ask-physician': 'Read them to each other. Not the same? Say so here: the call then stops.',
  'words.why': 'When they are the same, nobody can listen in.',
  'words.waiting': 'The words are not there yet. They come in a moment.',
  'words.renewed': 'The words are new: a page was opened again. Compare them once more.',
  'words.language': 'Show them in',
  'words.same': 'They are the same',
  'words.different': 'Not the same',
  'words.compared': 'You said that the words are the same.',

  'stop.title': 'Sound and picture are stopped',
  'stop.different': 'The words are not the same. Somebody may be listening in.',
  'stop.told': (name: string) =>
    `The page of ${name} stopped the call. Somebody may be listening in.`,
  'stop.broken': 'The connection is not the one that it was. Somebody may be listening in.',
  'stop.instead-worker': 'Telephone us, or come in person. You lose nothing by it.',
  'stop.instead-physician': 'Go on by telephone, or plan a visit in person.',
  'stop.phone': (phone: string) => `Call ${phone}`,
  'stop.in-person': 'Visit in person instead',
  'stop.leave': 'Leave the call',
}

export type TrustTexts = typeof texts
