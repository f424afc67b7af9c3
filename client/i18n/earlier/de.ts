import type { EarlierTexts } from './en.ts'

export const texts: EarlierTexts = {
  title: 'Sie können früher drankommen',
  now: (name, instead) => `${name} hat jetzt Zeit für Sie, statt um ${instead} Uhr.`,
  at: (name, time, instead) => `${name} hat um ${time} Uhr Zeit für Sie, statt um ${instead} Uhr.`,
  until: (time) => `Antworten Sie bitte vor ${time} Uhr.`,
  take: 'Ja, ich komme früher dran',
  keep: 'Nein, ich behalte meine Zeit',
  taken: (name) => `Dieser Zeitpunkt gehört Ihnen. ${name} ruft Sie hier an.`,
  kept: (time) => `Sie behalten Ihre eigene Zeit: ${time} Uhr.`,
  gone: (time) =>
    `Der frühere Zeitpunkt ist nicht mehr frei. Sie behalten Ihre eigene Zeit: ${time} Uhr.`,
}
