import type { ConsentTexts } from './en.ts'

export const texts: ConsentTexts = {
  video: 'Ik ga akkoord om met de arts te spreken via video.',
  alone: 'Ik ben alleen. Niemand kan ons horen.',
  unrecorded: 'Ik neem niets op. Ook de arts neemt niets op.',
}
