/** The line to the server, as the page above sees it. */
export type Line =
  | { readonly phase: 'connecting' }
  | { readonly phase: 'open' }
  /** Lost; it is tried again by itself. Media may go on meanwhile. */
  | { readonly phase: 'lost'; readonly since: number }
  /** Another page of the same person is in: ask "Use here?". */
  | { readonly phase: 'elsewhere'; readonly inCall: boolean }
  /** Another page took over from this one. */
  | { readonly phase: 'replaced' }
  /** The login ended: open the link again. */
  | { readonly phase: 'signed-out' }
  /** The server is newer: reload the page. */
  | { readonly phase: 'outdated' }
