// @ts-check
/**
 * Drives one Firefox with one page, from inside the network in which the browser is: they talk over a socket of that
 * network. Commands come as JSON lines on standard input, answers leave as JSON lines; the end of the input ends it all.
 */
import { createInterface } from 'node:readline'
import { launch } from 'puppeteer-core'

/** Fake devices, no questions, nothing that calls home; real addresses as after a permission that was given. */
const preferences = {
  'media.navigator.streams.fake': true,
  'media.navigator.permission.disabled': true,
  'media.autoplay.default': 0,
  'media.autoplay.blocking_policy': 0,
  'media.peerconnection.ice.obfuscate_host_addresses': false,
  'media.gmp-manager.updateEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'app.update.enabled': false,
  'toolkit.telemetry.enabled': false,
  'services.settings.server': 'http://127.0.0.1:1',
}

const [executablePath = '', width = '360', height = '740'] = process.argv.slice(2)
const browser = await launch({
  browser: 'firefox',
  executablePath,
  headless: true,
  extraPrefsFirefox: preferences,
  defaultViewport: { width: Number(width), height: Number(height) },
})
const page = await browser.newPage()
page.on('pageerror', (error) => say({ complaint: `error: ${String(error)}` }))
page.on('console', (message) => {
  if (message.type() === 'error') say({ complaint: `console: ${message.text()}` })
})

/** @type {Record<string, (words: string) => Promise<unknown>>} */
const commands = {
  before: (script) => page.evaluateOnNewDocument(script),
  open: (url) => page.goto(url),
  reload: () => page.reload(),
  evaluate: (expression) => page.evaluate(expression),
  picture: async () => page.screenshot({ encoding: 'base64' }),
}

for await (const line of createInterface({ input: process.stdin })) {
  const { id, command, words } = JSON.parse(line)
  // Not waited for: a page that is asked one thing may be asked another meanwhile.
  void obey(command, words).then((answer) => say({ id, ...answer }))
}
await browser.close()

/**
 * @param {string} command
 * @param {string} words
 */
async function obey(command, words) {
  try {
    const result = await commands[command]?.(words)
    return { result: command === 'evaluate' || command === 'picture' ? result : null }
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) }
  }
}

/** @param {object} answer */
function say(answer) {
  process.stdout.write(`${JSON.stringify(answer)}\n`)
}
