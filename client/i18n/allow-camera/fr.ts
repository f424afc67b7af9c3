import type { AllowCameraTexts } from './en.ts'

export const texts: AllowCameraTexts = {
  'ios-safari': [
    'Touchez le signe à gauche de l’adresse.',
    'Touchez « Réglages du site web ».',
    'Mettez la caméra et le micro sur « Autoriser ».',
  ],
  'android-chrome': [
    'Touchez le signe à gauche de l’adresse.',
    'Touchez « Autorisations ».',
    'Activez la caméra et le micro.',
  ],
  'samsung': [
    'Touchez le cadenas à gauche de l’adresse.',
    'Touchez « Autorisations ».',
    'Autorisez la caméra et le micro.',
  ],
  'firefox': [
    'Touchez ou cliquez le signe à gauche de l’adresse.',
    'Enlevez « Bloqué » à côté de la caméra et du micro.',
    'Chargez à nouveau la page.',
  ],
  'desktop-chromium': [
    'Cliquez sur le signe à gauche de l’adresse.',
    'Activez la caméra et le micro.',
    'Revenez à cette page.',
  ],
  'desktop-safari': [
    'Choisissez Safari dans le menu du haut, puis « Réglages pour ce site web ».',
    'Mettez la caméra et le micro sur « Autoriser ».',
    'Revenez à cette page.',
  ],
  'other': [
    'Ouvrez les réglages de votre navigateur.',
    'Cherchez les autorisations de cette page.',
    'Autorisez la caméra et le micro.',
  ],
  'system-ios': [
    'Ouvrez « Réglages » sur votre téléphone.',
    'Touchez le nom de votre navigateur.',
    'Activez la caméra et le micro.',
  ],
  'system-android': [
    'Ouvrez « Paramètres » sur votre téléphone, puis « Applications ».',
    'Touchez le nom de votre navigateur, puis « Autorisations ».',
    'Autorisez la caméra et le micro.',
  ],
  'system-desktop': [
    'Ouvrez les réglages de votre ordinateur, puis « Confidentialité ».',
    'Choisissez « Caméra », et autorisez votre navigateur.',
    'Faites de même pour « Micro ».',
  ],
}
