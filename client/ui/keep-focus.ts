/**
 * Gives the focus to a part's heading when what had it is drawn no more: else it falls to the body, a screen reader falls
 * silent, and the next Tab begins at the top of the page. Lasts as long as the host itself.
 */
export function keepFocus(host: HTMLElement, headings: string): void {
  let last: EventTarget | null = null
  host.addEventListener('focusin', ({ target }) => (last = target))
  new MutationObserver(() => {
    const isLost = last instanceof Node && !last.isConnected
    if (!isLost || document.activeElement !== document.body) return
    // Where none stands yet, the next change of the host tries again.
    const heading = host.querySelector<HTMLElement>(headings)
    if (heading === null) return
    heading.tabIndex = -1
    heading.focus()
  }).observe(host, { childList: true, subtree: true })
}
