import { plural } from '../format.ts'
import type { OutreachTexts } from './en.ts'

export const texts: OutreachTexts = {
  'invitation.subject': ({ day, time }) => `Uw afspraak op ${day} om ${time}`,
  'invitation.hello': (firstName) => `Dag ${firstName},`,
  'invitation.intro':
    'U hebt een afspraak met de arbeidsarts, via video. Dat heet een teleconsultatie.',
  'invitation.when': 'Wanneer',
  'invitation.moment': ({ day, time }) => `${day} om ${time}`,
  'invitation.how-long': 'Hoelang',
  'invitation.minutes': (count) =>
    `Ongeveer ${count} ${plural('nl', count, { one: 'minuut', other: 'minuten' })}`,
  'invitation.with': 'Met',
  'invitation.registration': (number) => `RIZIV-nummer ${number}`,
  'invitation.where': 'Waar',
  'invitation.own-phone': 'Op uw eigen telefoon, alleen in een rustige ruimte',
  'invitation.room': (room) => `In het lokaal ${room}`,
  'invitation.prepare': 'Wat u nodig hebt',
  'invitation.device': 'Een telefoon of een computer met camera en microfoon.',
  'invitation.identity': 'Uw itsme-app of uw identiteitskaart.',
  'invitation.working-time': 'De afspraak telt als werktijd.',
  'invitation.open': 'Mijn afspraak openen',
  'invitation.link-is-yours': 'Deze link is alleen voor u. Geef hem niet door.',
  'invitation.in-person': (phone) =>
    `Komt u liever ter plaatse? Dat mag ook, en u hoeft niet te zeggen waarom. Open dezelfde pagina en kies het daar, of bel ${phone}.`,
  'invitation.in-person-link': 'Ik kom liever ter plaatse',
  'invitation.no-recording': 'Niemand neemt het gesprek op.',
  'invitation.employer': 'Uw werkgever ziet en hoort niet wat u zegt.',
  'invitation.no-password': 'Wij vragen u nooit een wachtwoord.',
  'invitation.ask':
    'Wilt u zelf eens met de arbeidsarts spreken? U mag dat altijd vragen. Uw werkgever verneemt dat niet, tenzij u dat wilt.',
  'invitation.ask-link': 'Een gesprek vragen',
  'invitation.questions': (phone) => `Vragen? Bel ${phone}.`,

  'reminder.subject': ({ day, time }) => `Herinnering: uw afspraak op ${day} om ${time}`,
  'reminder.intro': 'U hebt een afspraak met de arbeidsarts, via video. Hier ziet u ze nog eens.',
  'reminder.test': 'Open de pagina vandaag en test uw camera en geluid. Dat duurt één minuut.',
  'reminder.cannot': (phone) =>
    `Kunt u op dat uur niet? Laat het ons op tijd weten: open dezelfde pagina, of bel ${phone}.`,

  'offer.subject': ({ day, time }) => `Er is een moment vrij: ${day} om ${time}`,
  'offer.intro': 'Er is een moment vrijgekomen. Wilt u dan komen?',
  'offer.instead': ({ day, time }) =>
    `Uw huidige afspraak is op ${day} om ${time}. Die verschuift als u dit moment neemt.`,
  'offer.until': ({ day, time }) =>
    `Wij houden het voor u vrij tot ${day} om ${time}. Daarna vragen wij het aan iemand anders.`,
  'offer.open': 'Dit moment bekijken',
  'offer.no': 'Past het u niet? Dan hoeft u niets te doen.',

  'declared.subject': ({ day, time }) => `Uw afspraak op ${day}, ${time}: uw akkoord`,
  'declared.title': (physician) => `Dit hebt u gezegd aan ${physician}:`,
  'declared.own-page': 'op uw eigen pagina',
  'declared.read': (version) => `Dit kon u vooraf lezen (tekst ${version}):`,
  'declared.back': (declared) => `U trok dit in: ${declared}`,
  'declared.keep':
    'Bewaar deze mail. U kunt op elk moment intrekken wat u zei, en in de plaats daarvan langskomen. U hoeft geen reden te geven.',

  'code.subject': 'Uw code',
  'code.label': 'Uw code:',
  'code.type': 'Typ ze binnen tien minuten op de pagina waar u ze hebt gevraagd.',
  'code.not-you':
    'Niemand van ons vraagt u ooit naar deze code. Hebt u er geen gevraagd? Bel ons dan.',
  'request.subject': 'Wij hebben uw bericht ontvangen',
  'request.intro': 'Wij hebben uw bericht ontvangen. Wij schrijven u binnenkort opnieuw.',
  'request.not-you': 'Hebt u ons niet geschreven? Dan hoeft u niets te doen.',

  'contact.subject': (service) => `Uw account bij ${service}`,
  'contact.intro': (employer) =>
    `U bent contactpersoon van ${employer}. Op uw eigen pagina ziet u wanneer de arts in uw lokalen onderzoekt, en wanneer uw werknemers daarvoor weg zijn. U ziet er niets medisch.`,
  'contact.passkey':
    'Met deze link maakt u een passkey. Daarna meldt u zich aan met uw vingerafdruk, uw gezicht of de pincode van uw toestel.',
  'contact.open': 'Uw account maken',
  'contact.once': 'De link werkt één keer, een week lang. Stuur deze mail niet door.',

  'visit.intro': 'U hebt een afspraak met de arbeidsarts, ter plaatse.',
  'visit.bring': 'Breng uw identiteitskaart mee.',

  'delay.subject': (time) => `Uw afspraak: rond ${time}`,
  'delay.body': (time) => `De arts loopt uit. Uw afspraak begint rond ${time}. U deed niets fout.`,
  'delay.told-again':
    'Verandert dat nog veel, dan schrijven we opnieuw. Ook als u bijna aan de beurt bent.',
  'call-in.subject': (time) => `Uw afspraak: ${time}, kom nu`,
  'call-in.body': 'U bent bijna aan de beurt.',
  'call-in.own-phone': 'Open uw afspraak nu op uw telefoon.',
  'call-in.room': (room) => `Ga nu naar het lokaal ${room}.`,

  'sms.offer': ({ service, day, time, until, link }) =>
    `${service}: er is een moment vrij op ${day} om ${time}. Neem het voor ${until}: ${link}`,
  'sms.reminder': ({ service, day, time, link, phone }) =>
    `${service}: uw afspraak is op ${day} om ${time}. Open ${link} Hulp ${phone}`,
  'sms.reminder-visit': ({ service, day, time, link, phone }) =>
    `${service}: uw afspraak is op ${day} om ${time}, ter plaatse. Zie ${link} Hulp ${phone}`,
  'sms.delay': ({ service, time, link }) =>
    `${service}: wij lopen uit. Uw nieuwe uur is rond ${time}. Open ${link}`,
  'sms.call-in': ({ service, link, phone }) =>
    `${service}: u bent bijna aan de beurt. Open nu ${link} Hulp ${phone}`,
  'sms.code': ({ service, code }) =>
    `${service}: uw code is ${code}. Typ ze binnen tien minuten op de pagina waar u ze hebt gevraagd. Geef ze aan niemand door.`,

  'translation.below': (language) => `In het ${language}: zie onderaan.`,
  'translation.note': (language) =>
    `Een vertaling, om u te helpen. De tekst hierboven in het ${language} is de tekst die telt.`,

  'moved.subject': ({ day, time }) => `Verplaatst: uw afspraak is nu op ${day} om ${time}`,
  'moved.intro':
    'Uw afspraak via video met de arbeidsarts is verplaatst. Alleen wat hieronder staat telt nu, niet ons vorige bericht.',

  'called-off.subject': ({ day, time }) => `Geannuleerd: uw afspraak op ${day} om ${time}`,
  'called-off.body': ({ day, time }) =>
    `Uw afspraak met de arbeidsarts op ${day} om ${time} gaat niet door.`,
  'called-off.another': 'Hebt u een andere afspraak nodig, dan schrijven wij u.',
  'called-off.in-person':
    'Het wordt een afspraak ter plaatse. Open de pagina om de vrije momenten te zien, of wacht tot wij u schrijven.',
  'restored.subject': ({ day, time }) => `Gaat toch door: uw afspraak op ${day} om ${time}`,
  'restored.intro':
    'Uw afspraak via video met de arbeidsarts gaat toch door. Wij hadden ze bij vergissing geannuleerd: onze excuses.',

  'message.colon': ':',

  'calendar.summary': 'Afspraak',
  'calendar.description': (phone) =>
    `Gebruik de link in uw e-mail over deze afspraak. Vragen? Bel ${phone}.`,
  'calendar.file': 'afspraak.ics',
}
