/**
 * How much of the page is seen above an on-screen keyboard, told to the style as `--seen`. Most browsers make the page
 * itself smaller (`interactive-widget=resizes-content`); Safari lays the keyboard over it and scrolls the page away.
 */
export function followSeenHeight(view: VisualViewport | null | undefined): () => void {
  const { style } = document.documentElement
  const follow = () => {
    // Who enlarges with two fingers sees less of the page and wants it as it is.
    if (view?.scale !== 1) return
    style.setProperty('--seen', `${view.height}px`)
    scrollTo(0, 0)
  }
  view?.addEventListener('resize', follow)
  return () => {
    view?.removeEventListener('resize', follow)
    style.removeProperty('--seen')
  }
}
