/** The stand-in's one page: who would you like to be? */
import type { Person } from './person.ts'

export function renderPage(people: readonly Person[], locale: string): string {
  const choices = people.map(
    ({ id, firstName, lastName, birthDate }) =>
      `<button name="person" value="${escape(id)}">${escape(`${firstName} ${lastName}`)} <small>${escape(birthDate)}</small></button>`,
  )
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>This is not itsme</title>
<style>
body { font: 18px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 26em; padding: 1em; color: #1b1b1b; background: #fff }
h1 { font-size: 1.4em; margin: 0; padding: .6em; border: 3px dashed #8a3b00; color: #8a3b00 }
button { display: block; width: 100%; min-height: 48px; margin: .5em 0; padding: .5em 1em; font: inherit; text-align: left;
  color: inherit; background: #f3f3f3; border: 1px solid #767676; border-radius: 8px; cursor: pointer }
button:focus-visible { outline: 3px solid #0b57d0; outline-offset: 2px }
small { color: #555 }
.cancel { background: none; text-align: center }
</style>
<h1>This is not itsme</h1>
<p>It is a stand-in for the demonstration: it asks for no proof, and everybody in it is invented. The real app would ask
you for your code. (Language asked for: ${escape(locale)}.)</p>
<form method="post">
<p id="who">Who would you like to be?</p>
${choices.join('\n')}
<button class="cancel">Cancel</button>
</form>
</html>
`
}

function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0) ?? 0};`)
}
