/** One screen after another in one page, each as if the page had just been loaded. */

const firstTitle = document.title

/** Takes the last screen away with its focus, its place on the page and its title, and shows this one. */
export function putAlone(screen: HTMLElement): void {
  for (const old of document.querySelectorAll('body > :not(svg)')) old.remove()
  scrollTo(0, 0)
  document.title = firstTitle
  document.body.append(screen)
}

/** Elements within elements draw one after the other; two frames later all of them have. */
export function settle(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()))
  })
}

/** Waits for what is fetched before it opens, however many frames that takes. */
export async function untilThere(within: HTMLElement, selector: string): Promise<void> {
  while (within.querySelector(selector) === null) await settle()
}
