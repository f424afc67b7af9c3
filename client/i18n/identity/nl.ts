import type { IdentityTexts } from './en.ts'

export const texts: IdentityTexts = {
  'hello': (name) => `Dag ${name}. We weten dat u het bent.`,
  'itsme': 'Verder met itsme',
  'code': 'Stuur mij een code per e-mail',
  'sms': 'Stuur mij een code per sms',
  'card': 'Ik toon mijn identiteitskaart',
  'no-itsme': 'Ik heb geen itsme',
  'other-way': 'Een andere manier',
  'ways-title': 'Zeg wie u bent',
  'code-about': 'Wij sturen ze naar het e-mailadres dat wij al van u hebben.',
  'sms-about': 'Wij sturen ze naar het gsm-nummer dat wij al van u hebben.',
  'card-about': 'De arts bekijkt uw kaart aan het begin van het gesprek. Hou ze bij de hand.',
  'none': (phone) => `Wij hebben geen e-mailadres of gsm-nummer van u. Bel ons: ${phone}.`,
  'back': 'Terug',
  'code-title': 'Typ de code',
  'code-sent': 'Wij stuurden u een e-mail met 6 cijfers. Dat kan een minuut duren.',
  'sms-sent': (end) => `Wij stuurden een sms met 6 cijfers naar het nummer dat eindigt op ${end}.`,
  'code-field': 'Code van 6 cijfers',
  'code-check': 'Verder',
  'code-again': 'Stuur een nieuwe code',
  'code-wrong': 'Dat is niet de code. Kijk nog eens in ons bericht.',
  'code-over': 'Deze code werkt niet meer. Vraag een nieuwe.',
  'code-too-many': 'U vroeg veel codes. Wacht een uur of gebruik een andere manier.',
  'code-not-sent':
    'Wij konden de code niet versturen. Probeer opnieuw of gebruik een andere manier.',
  'failed': 'Dat is niet gelukt. Probeer opnieuw of bel ons.',

  'cancelled': 'U bent gestopt in itsme. Probeer opnieuw of gebruik een andere manier.',
  'again': 'Dat duurde te lang. Begin opnieuw.',
  'unclear': 'itsme zei ons te weinig om te weten dat u het bent. Gebruik een andere manier.',
  'other-browser': 'U kwam terug in een andere browser. Geen probleem: tik om hier verder te gaan.',
  'itsme-unavailable': 'itsme antwoordt niet. Gebruik een andere manier.',
  'itsme-failed': 'Er ging iets mis met itsme. Probeer opnieuw of gebruik een andere manier.',
  'other-title': 'Deze afspraak is voor iemand anders',
  'other-body': (phone) =>
    `Is de afspraak niet van u? Sluit dan deze pagina. Is ze wel van u? Bel ons: ${phone}.`,
}
