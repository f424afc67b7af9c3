import type { LeaveTexts } from './en.ts'

export const texts: LeaveTexts = {
  title: 'Ist dies das Tablet des Raums?',
  why: 'Leeren Sie es, damit die nächste Person nichts von Ihnen findet.',
  clear: 'Dieses Gerät leeren',
  failed: 'Das hat nicht geklappt. Schließen Sie diese Seite und sagen Sie am Empfang Bescheid.',
}
