import type { ErrorTexts } from './error-texts.ts'

export const texts: ErrorTexts = {
  'offline': 'Er is geen verbinding met de server. Controleer het netwerk en probeer opnieuw.',
  'invalid':
    'Er ontbreekt iets in het formulier of iets klopt niet. Kijk het na en probeer opnieuw.',
  'not-found': 'Dit is niet gevonden. Misschien is het verwijderd. Laad de pagina opnieuw.',
  'too-large': 'Dit is te groot. Stuur minder in één keer.',
  'unsupported-media-type': 'Dit soort bestand kan niet worden gelezen. Kies een ander bestand.',
  'too-many-requests': 'Dat ging te snel. Wacht een minuut en probeer opnieuw.',
  'foreign-origin':
    'Deze pagina is niet op haar eigen adres geopend. Open de link van uw dienst opnieuw.',
  'internal':
    'Er ging iets mis op de server. Probeer opnieuw. Gaat het weer mis? Bel dan de dienst.',
  'unavailable': 'De server is bezet of start opnieuw op. Probeer zo dadelijk opnieuw.',
  'storage-full':
    'De server heeft geen plaats meer om dit te bewaren. Bel de dienst: het moet daar opgelost worden.',
  'signed-out': 'U bent afgemeld. Meld u opnieuw aan.',
  'not-allowed': 'Uw account mag dit niet doen. Vraag het aan de dienst als u het nodig hebt.',
  'link-not-valid': 'Deze link werkt niet of niet meer. Vraag een nieuwe aan de dienst.',
  'passkey-refused':
    'Deze passkey werd niet aanvaard. Probeer opnieuw, of vraag uw dienst om een nieuwe link.',
  'passkey-copied':
    'Deze passkey werd geweigerd: er lijkt ergens een kopie van te zijn. Bel uw dienst, verwijder deze passkey en maak een nieuwe.',
  'last-planner':
    'Dit is de laatste account die anderen kan toelaten. Maak eerst een andere planner.',
  'last-passkey':
    'Dit is uw laatste passkey. Maak eerst een andere: zonder passkey kunt u zich niet meer aanmelden.',
  'passkey-cancelled':
    'Er werd geen passkey gebruikt: de vraag werd gesloten of het duurde te lang. Probeer opnieuw.',
  'passkey-known-here': 'Dit toestel heeft al een passkey voor u. Meld u daarmee aan.',
  'passkey-not-possible':
    'Deze browser of dit toestel kan dit niet met passkeys. Gebruik een andere browser of uw telefoon, op het adres van uw dienst.',
  'itsme-unavailable': 'itsme antwoordt nu niet. Gebruik een andere manier.',
  'own-sign-in-unavailable':
    'De aanmelding van uw dienst antwoordt nu niet. Gebruik uw passkey, of probeer het later opnieuw.',
  'code-wrong': 'Dit is niet de code die werd verstuurd. Kijk nog eens en typ ze opnieuw.',
  'code-over': 'Deze code geldt niet meer. Vraag een nieuwe.',
  'code-not-sent':
    'De code kon niet worden verstuurd. Probeer opnieuw of gebruik een andere manier.',
  'slot-taken': 'Dit moment is net ingenomen. Kies een ander.',
  'slot-past': 'Dit moment is voorbij. Kies een later moment.',
  'worker-already-planned': 'Deze werknemer heeft al een afspraak. Wijzig of annuleer die eerst.',
  'worker-not-known': 'Geef eerst aan welke werknemer dit is.',
  'seen-by-employer':
    'In een lokaal van het bedrijf ziet de werkgever het, en die mag dit niet weten. Kies een moment op de eigen telefoon.',
  'breach-not-shown':
    'Er is intussen iets veranderd: de verplaatsing gaat nu tegen een regel in. Kijk nog eens voor u ze bewaart.',
  'public-holiday': 'Dit is een feestdag. Kies een andere dag, of zeg dat het toch mag.',
  'closed-day': 'Op deze dag is de dienst gesloten. Kies een andere dag, of zeg dat het toch mag.',
  'undo-over':
    'Dit kan niet meer ongedaan worden gemaakt: het is te lang geleden of er is iets veranderd. Bekijk de dag opnieuw.',
  'slot-of-other-kind': 'Dit dagdeel is voor afspraken ter plaatse. Kies er een via video.',
  'choice-over': 'U kunt dit hier niet meer veranderen. Bel de dienst.',
  'transition-refused':
    'Deze afspraak is al afgesloten. Er is niets gewijzigd. Laad de pagina opnieuw om ze te zien.',
  'remote-not-allowed': 'Dit onderzoek mag niet via video. Plan een afspraak ter plaatse.',
  'act-due':
    'Er is een technische handeling nodig. Plan de handeling als aparte afspraak, of alles ter plaatse.',
  'not-due':
    'Dit onderzoek is niet meer nodig: het is gebeurd, of de functie is veranderd. Haal de lijst opnieuw op.',
  'approval-begins-later':
    'De goedkeuring voor onderzoeken via video begint na deze dag. Kies een latere dag, of plan een afspraak ter plaatse.',
  'approval-expired':
    'De goedkeuring voor onderzoeken via video is op deze dag afgelopen. Plan een afspraak ter plaatse, of voer de nieuwe goedkeuring in.',
  'approval-missing':
    'Dit onderzoek kan alleen met een goedkeuring via video. Vul de goedkeuring in.',
  'overlaps': 'De arts heeft op dat moment al een zitting. Kies een ander moment.',
  'in-use': 'Dit wordt nog gebruikt en is daarom niet verwijderd.',
  'roster-unreadable':
    'De lijst kan niet worden gelezen. Bewaar ze als CSV met kolomnamen op de eerste rij.',
  'roster-columns':
    'Er ontbreekt een kolom of een kolom is niet gekend. Kijk de eerste rij van de lijst na.',
  'roster-changed': 'Dit is niet de lijst die u hebt nagekeken. Kijk ze opnieuw na.',
  'no-address': 'Deze werknemer heeft geen e-mailadres. Voeg er een toe of bel.',
  'worker-not-here': 'De werknemer is niet op de pagina: er kan niets rinkelen. Bel of wacht.',
  'already-ringing': 'De oproep loopt al.',
  'already-in-call': 'U zit nog in een gesprek. Beëindig het eerst.',
  'ring-over': 'Deze oproep is al voorbij. Roep opnieuw op als dat nodig is.',
  'call-over': 'Dit gesprek is al voorbij.',
}
