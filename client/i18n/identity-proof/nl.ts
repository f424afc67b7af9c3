import type { IdentityProofTexts } from './en.ts'

export const texts: IdentityProofTexts = {
  'proved': (name: string) => `${name}, geïdentificeerd met itsme: bewezen aan deze browser`,
  'how': 'Waarop dit steunt',
  'connection-own': (time: string) =>
    `itsme noemde deze persoon om ${time}, voor een sleutel die alleen de browser van die persoon heeft. Die sleutel heeft deze verbinding ondertekend.`,
  'keys-by-server':
    'De publieke sleutels van itsme kwamen via onze eigen server naar deze browser.',
  'keys-first': 'Deze browser zag ze voor het eerst. Vanaf nu zegt hij het u als het andere zijn.',
  'keys-known': (day: string) => `Deze browser kent de sleutel die ondertekende sinds ${day}.`,
  'keys-added':
    'De sleutel van itsme die ondertekende, is nieuw voor deze browser; hij kwam naast een die de browser kende. Dat doet itsme soms, maar onze server zou het ook kunnen. Vergelijk het gezicht met de identiteitskaart.',
  'pinned': 'Onze server zegt dat uw beheerder heeft vastgelegd welke sleutels van itsme gelden.',
  'claimed': 'Alleen beweerd door de server.',
  'none':
    'De andere browser stuurde geen bewijs van itsme. Vergelijk het gezicht met de identiteitskaart.',
  'malformed': 'Het bewijs van itsme is beschadigd. Vergelijk het gezicht met de identiteitskaart.',
  'algorithm':
    'Het bewijs is niet ondertekend zoals itsme dat doet. Vergelijk het gezicht met de identiteitskaart.',
  'unknown-key':
    'Het bewijs is ondertekend met een sleutel die niet van itsme is. Vergelijk het gezicht met de identiteitskaart.',
  'signature':
    'De handtekening van itsme klopt niet. Vergelijk het gezicht met de identiteitskaart.',
  'issuer': 'Het bewijs komt niet van itsme. Vergelijk het gezicht met de identiteitskaart.',
  'audience':
    'Het bewijs is gemaakt voor een andere dienst. Vergelijk het gezicht met de identiteitskaart.',
  'nonce':
    'Het bewijs is gemaakt voor een andere browser. Vergelijk het gezicht met de identiteitskaart.',
  'stale':
    'De persoon identificeerde zich te lang geleden. Vergelijk het gezicht met de identiteitskaart.',
  'not-yet':
    'Het bewijs komt uit de toekomst: staat de klok van deze computer juist? Vergelijk het gezicht met de identiteitskaart.',
  'connection':
    'Het bewijs hoort bij een andere verbinding. Misschien luistert iemand mee. Vergelijk de veiligheidswoorden.',
  'other-person': 'itsme noemde iemand anders. Vergelijk het gezicht met de identiteitskaart.',
  'keys-changed':
    'itsme is anders dan deze browser het kende: alle sleutels, het adres of het nummer van onze dienst daar. Vraag het uw beheerder. Vergelijk het gezicht met de identiteitskaart.',
  'change': 'Als itsme echt veranderd is',
  'change-before': 'Wat deze browser kende',
  'change-now': 'Wat onze server nu zegt',
  'change-address': 'Adres',
  'change-number': 'Nummer van onze dienst bij itsme',
  'change-keys': 'Sleutels',
  'change-signer': 'deze heeft ondertekend',
  'change-how':
    'Bel uw beheerder. Die vraagt het aan itsme zelf, niet aan onze server, en leest u de code voor van de sleutel die ondertekend heeft: 16 letters en cijfers. Aanvaard de code alleen mondeling, nooit in een bericht.',
  'change-code': 'De code die u te horen kreeg',
  'change-accept': 'Dit voortaan vertrouwen',
  'change-accepted':
    'Deze browser vertrouwt het vanaf de volgende oproep. Vergelijk in deze oproep het gezicht met de identiteitskaart.',
  'change-other-code':
    'Dat is niet de code van deze sleutel. Er is niets veranderd. Hebt u ze juist getypt, dan luistert er misschien iemand mee: zeg het aan uw beheerder.',
  'change-not-noted':
    'Dit kon niet worden bewaard. Daarom is er niets veranderd. Probeer het opnieuw.',
  'no-keys':
    'De sleutels van itsme waren niet te krijgen. Vergelijk het gezicht met de identiteitskaart.',
  'failed': 'Deze browser kon het niet nagaan. Vergelijk het gezicht met de identiteitskaart.',
}
