import type { EarlierTexts } from './en.ts'

export const texts: EarlierTexts = {
  title: 'Sie können früher an die Reihe kommen',
  now: (name, instead) => `${name} hat jetzt Zeit für Sie, nicht erst um ${instead} Uhr.`,
  at: (name, time, instead) =>
    `${name} hat um ${time} Uhr Zeit für Sie, nicht erst um ${instead} Uhr.`,
  until: (time) => `Antworten Sie bitte vor ${time} Uhr.`,
  take: 'Ja, ich nehme den früheren Termin',
  keep: 'Nein, ich behalte meinen Termin',
  taken: (name) => `Dieser Termin gehört Ihnen. ${name} ruft Sie hier an.`,
  kept: (time) => `Sie behalten Ihren Termin um ${time} Uhr.`,
  gone: (time) =>
    `Der frühere Termin ist nicht mehr frei. Sie behalten Ihren Termin um ${time} Uhr.`,
}
