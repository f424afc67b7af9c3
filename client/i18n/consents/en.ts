/** What a worker declares, in their own words: `consentTextVersion` rises with every change of meaning. */
export const texts = {
  video: 'I agree to talk with the doctor by video.',
  alone: 'I am alone. Nobody can hear us.',
  unrecorded: 'I record nothing. The doctor records nothing either.',
}
export type ConsentTexts = typeof texts
