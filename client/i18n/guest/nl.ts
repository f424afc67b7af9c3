import type { GuestTexts } from './en.ts'

export const texts: GuestTexts = {
  'page.language': 'Taal',
  'page.loading': 'Een ogenblik, alstublieft.',
  'help': (service) => `Vragen? Bel ${service}.`,

  'ask.title': (doctor) => `${doctor} vraagt u bij een gesprek`,
  'ask.when': (day, time) => `${day} om ${time}`,
  'ask.interpreter': (name) => `U komt als tolk: ${name}.`,
  'ask.captioner': (name) => `U komt als schrijftolk: ${name}.`,
  'ask.companion': (name) => `U komt als begeleider: ${name}.`,
  'ask.shown': 'Iedereen in het gesprek ziet de hele tijd uw naam en uw rol.',
  'ask.secret':
    'Wat gezegd wordt, is geheim. Zit alleen in een gesloten ruimte en vertel achteraf niets verder.',
  'ask.no-recording': 'Neem niets op en maak geen foto’s.',
  'ask.once': 'De link werkt één keer. Open hem op het toestel dat u zult gebruiken.',
  'ask.enter': 'Ik begrijp het. Verder',
  'early.body': (time) => `U kunt binnenkomen vanaf ${time}.`,

  'devices.title': 'Zet camera en geluid aan',
  'devices.body': 'Niemand ziet of hoort u voordat de arts u binnenlaat.',
  'devices.both': 'Camera en geluid aanzetten',
  'devices.sound': 'Alleen geluid',
  'devices.opening': 'Kijk naar de vraag van uw browser. Kies “Toestaan”.',
  'devices.failed':
    'We kunnen uw camera of microfoon niet gebruiken. Sta beide toe in de browser en probeer opnieuw.',

  'wait.title': 'De arts laat u binnen',
  'wait.body': 'Blijf op deze pagina. Niemand ziet of hoort u nu.',
  'wait.again':
    'U bent nu buiten het gesprek. Niemand ziet of hoort u. De arts kan u opnieuw binnenlaten.',
  'wait.ready-both': 'Camera en microfoon zijn klaar.',
  'wait.ready-sound': 'Uw microfoon is klaar.',
  'wait.lost': 'De verbinding is weg. We proberen het vanzelf opnieuw.',
  'wait.leave': 'Ik wil niet langer wachten',

  'call.worker': 'De werknemer',
  'call.worker-within': 'de werknemer',
  'over.title': 'Dit is voorbij',
  'over.call-ended': 'Het gesprek is afgelopen. Dank u.',
  'over.removed': 'De arts heeft uw deelname aan het gesprek beëindigd. Dank u voor uw tijd.',
  'over.left': 'U hebt het gesprek verlaten. Dank u.',
  'over.appointment': 'Deze afspraak is voorbij.',
  'over.close': 'U kunt deze pagina sluiten. De link werkt niet meer.',

  'invalid.title': 'Deze link werkt niet',
  'invalid.body': 'Hij is misschien al gebruikt, of hij is afgelopen. Vraag de arts een nieuwe.',
  'failed.title': 'We kunnen de dienst niet bereiken',
  'failed.body': 'Controleer uw verbinding en probeer opnieuw.',
  'failed.retry': 'Opnieuw proberen',
  'elsewhere.title': 'U bent hier al in een ander venster',
  'elsewhere.here': 'Dit venster gebruiken',
}
