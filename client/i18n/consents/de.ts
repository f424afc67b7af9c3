import type { ConsentTexts } from './en.ts'

export const texts: ConsentTexts = {
  video: 'Ich bin einverstanden, mit dem Arzt per Video zu sprechen.',
  alone: 'Ich bin allein. Niemand kann uns hören.',
  unrecorded: 'Ich nehme nichts auf. Auch der Arzt nimmt nichts auf.',
}
