import type { AllowCameraTexts } from './en.ts'

export const texts: AllowCameraTexts = {
  'ios-safari': [
    'Tippen Sie auf das Zeichen links von der Adresse.',
    'Tippen Sie auf „Website-Einstellungen“.',
    'Stellen Sie Kamera und Mikrofon auf „Erlauben“.',
  ],
  'android-chrome': [
    'Tippen Sie auf das Zeichen links von der Adresse.',
    'Tippen Sie auf „Berechtigungen“.',
    'Schalten Sie Kamera und Mikrofon ein.',
  ],
  'samsung': [
    'Tippen Sie auf das Schloss links von der Adresse.',
    'Tippen Sie auf „Berechtigungen“.',
    'Erlauben Sie Kamera und Mikrofon.',
  ],
  'firefox': [
    'Tippen oder klicken Sie auf das Zeichen links von der Adresse.',
    'Entfernen Sie „Blockiert“ bei Kamera und Mikrofon.',
    'Laden Sie die Seite neu.',
  ],
  'desktop-chromium': [
    'Klicken Sie auf das Zeichen links von der Adresse.',
    'Schalten Sie Kamera und Mikrofon ein.',
    'Kommen Sie zu dieser Seite zurück.',
  ],
  'desktop-safari': [
    'Wählen Sie oben im Menü Safari, dann „Einstellungen für diese Website“.',
    'Stellen Sie Kamera und Mikrofon auf „Erlauben“.',
    'Kommen Sie zu dieser Seite zurück.',
  ],
  'other': [
    'Öffnen Sie die Einstellungen Ihres Browsers.',
    'Suchen Sie die Berechtigungen dieser Seite.',
    'Erlauben Sie Kamera und Mikrofon.',
  ],
  'system-ios': [
    'Öffnen Sie „Einstellungen“ auf Ihrem Telefon.',
    'Tippen Sie auf den Namen Ihres Browsers.',
    'Schalten Sie Kamera und Mikrofon ein.',
  ],
  'system-android': [
    'Öffnen Sie „Einstellungen“ auf Ihrem Telefon, dann „Apps“.',
    'Tippen Sie auf den Namen Ihres Browsers, dann auf „Berechtigungen“.',
    'Erlauben Sie Kamera und Mikrofon.',
  ],
  'system-desktop': [
    'Öffnen Sie die Einstellungen Ihres Computers, dann „Datenschutz“.',
    'Wählen Sie „Kamera“, und erlauben Sie sie Ihrem Browser.',
    'Tun Sie dasselbe bei „Mikrofon“.',
  ],
}
