/**
 * What a worker reads before the talk, and declares in their own words. A change of any of it, in any language, raises
 * `consentTextVersion`.
 */
export const texts = {
  // What is declared.
  'video': 'I agree to talk with the doctor by video.',
  'alone': 'I am alone. Nobody can hear us.',
  'accompanied': 'Someone is with me. I tell the doctor who it is.',
  'unrecorded': 'I record nothing. The doctor records nothing either.',

  // What is read before it, on the worker's own page.
  'title': 'Do you agree to talk by video?',
  'informed': [
    'Only the doctor sees and hears you. If an interpreter joins, you see it.',
    'Nobody records picture or sound. We keep when you talked, and what you say on this page.',
    'Your employer does not learn what you say.',
    'You can choose a visit in person instead, now or during the talk. You need no reason.',
    'The doctor can also decide that a visit in person is better.',
  ],
  'say': 'With one tap you say:',
  'agree-alone': 'I agree, and I am alone',
  'agree-accompanied': 'I agree, and someone is with me',
  'in-person': 'No, I prefer a visit in person',
  'aloud': 'You can also tell the doctor in the talk.',

  'agreed': (time: string) => `You agreed at ${time}.`,
  'change': 'Change or take back',
  'take-back': 'I do not agree any more',
  'failed': 'That did not work. Try again, or tell the doctor.',
}
export type ConsentTexts = typeof texts
