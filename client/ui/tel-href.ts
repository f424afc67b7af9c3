/** What to do with it is for the device to decide. A number may be written with blanks, dots and brackets. */
export function telHref(number: string): string {
  return `tel:${number.replaceAll(/[^+\d]/g, '')}`
}
