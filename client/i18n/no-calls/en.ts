/** For a window that cannot call, most often inside a mail app. */
export const texts = {
  title: (browser: string) => `Open this page in ${browser}`,
  body: 'The window that you use now cannot make video calls.',
  steps: [
    'Copy the link with the button.',
    'Open your browser.',
    'Paste the link where the address stands.',
  ],
  copy: 'Copy the link',
  copied: 'The link is copied',
  any: 'Chrome, Edge, Firefox or Safari',
}

export type NoCallsTexts = typeof texts
