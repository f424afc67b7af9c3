import type { AllowCameraTexts } from './en.ts'

export const texts: AllowCameraTexts = {
  'ios-safari': [
    'Tik op het teken links van het adres.',
    'Tik op “Website-instellingen”.',
    'Zet camera en microfoon op “Sta toe”.',
  ],
  'android-chrome': [
    'Tik op het teken links van het adres.',
    'Tik op “Rechten” of “Toestemmingen”.',
    'Zet camera en microfoon aan.',
  ],
  'samsung': [
    'Tik op het slot links van het adres.',
    'Tik op “Machtigingen”.',
    'Sta camera en microfoon toe.',
  ],
  'firefox': [
    'Tik of klik op het teken links van het adres.',
    'Haal “Geblokkeerd” weg bij camera en microfoon.',
    'Laad de pagina opnieuw.',
  ],
  'desktop-chromium': [
    'Klik op het teken links van het adres.',
    'Zet camera en microfoon aan.',
    'Kom terug naar deze pagina.',
  ],
  'desktop-safari': [
    'Kies Safari in het menu bovenaan, en dan “Instellingen voor deze website”.',
    'Zet camera en microfoon op “Sta toe”.',
    'Kom terug naar deze pagina.',
  ],
  'other': [
    'Open de instellingen van uw browser.',
    'Zoek de rechten van deze pagina.',
    'Sta camera en microfoon toe.',
  ],
  'system-ios': [
    'Open “Instellingen” op uw telefoon.',
    'Tik op de naam van uw browser.',
    'Zet camera en microfoon aan.',
  ],
  'system-android': [
    'Open “Instellingen” op uw telefoon, en dan “Apps”.',
    'Tik op de naam van uw browser, en dan op “Rechten”.',
    'Sta camera en microfoon toe.',
  ],
  'system-desktop': [
    'Open de instellingen van uw computer, en dan “Privacy”.',
    'Kies “Camera”, en laat uw browser die gebruiken.',
    'Doe hetzelfde voor “Microfoon”.',
  ],
}
