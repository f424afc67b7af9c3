import type { LeaveTexts } from './en.ts'

export const texts: LeaveTexts = {
  title: 'Ist dies das Tablet des Raums?',
  why: 'Leeren Sie es, damit die nächste Person nichts von Ihnen findet.',
  clear: 'Dieses Gerät leeren',
  failed: 'Das hat nicht geklappt. Schließen Sie diese Seite und sagen Sie am Empfang Bescheid.',
  soon: (time) => `Wenn niemand dieses Gerät berührt, leert es sich in ${time} von selbst.`,
  keep: 'Nicht von selbst leeren',
  kept: 'Es leert sich nicht mehr von selbst. Leeren Sie es, bevor Sie gehen.',
}
