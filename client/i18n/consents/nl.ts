import type { ConsentTexts } from './en.ts'

export const texts: ConsentTexts = {
  'video': 'Ik ga akkoord om met de arts te spreken via video.',
  'alone': 'Ik ben alleen. Niemand kan ons horen.',
  'accompanied': 'Er is iemand bij mij. Ik zeg aan de arts wie het is.',
  'unrecorded': 'Ik neem niets op. Ook de arts neemt niets op.',

  'title': 'Gaat u akkoord met een gesprek via video?',
  'informed': [
    'Alleen de arts ziet en hoort u. Komt er een tolk bij, dan ziet u dat.',
    'Niemand neemt beeld of geluid op. Wij bewaren wanneer u sprak en wat u op deze pagina zegt.',
    'Uw werkgever verneemt niet wat u zegt.',
    'U kunt ook ter plaatse komen: kies dat nu of tijdens het gesprek. U hoeft geen reden te geven.',
    'Ook de arts kan beslissen dat een afspraak ter plaatse beter is.',
  ],
  'say': 'Met één tik zegt u:',
  'agree-alone': 'Ik ga akkoord en ik ben alleen',
  'agree-accompanied': 'Ik ga akkoord en er is iemand bij mij',
  'in-person': 'Nee, ik kom liever ter plaatse',
  'aloud': 'U kunt het ook in het gesprek aan de arts zeggen.',

  'agreed': (time) => `U ging akkoord om ${time}.`,
  'change': 'Wijzigen of intrekken',
  'take-back': 'Ik ga niet meer akkoord',
  'failed': 'Dat is niet gelukt. Probeer opnieuw of zeg het aan de arts.',
}
