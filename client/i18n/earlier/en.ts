/** A moment before their own, offered to a worker who waits on their page. */
export const texts = {
  title: 'You can have an earlier time',
  now: (name: string, instead: string) => `${name} has time for you now, instead of at ${instead}.`,
  at: (name: string, time: string, instead: string) =>
    `${name} has time for you at ${time}, instead of at ${instead}.`,
  until: (time: string) => `Answer before ${time}.`,
  take: 'Yes, I take the earlier time',
  keep: 'No, I keep my own time',
  taken: (name: string) => `This moment is yours. ${name} calls you here.`,
  kept: (time: string) => `You keep your own time: ${time}.`,
  gone: (time: string) => `The earlier moment is no longer free. You keep your own time: ${time}.`,
}
export type EarlierTexts = typeof texts
