/**
 * The settings. Each is an environment variable `VISITE_…` with a working default; the README's table is compared with
 * this schema by a test. `loadConfig` is pure: it reads the given environment, touches no file, and refuses with one
 * sentence per mistake.
 */
import { isIP, isIPv4 } from 'node:net'

export interface Setting {
  /** What it does, for the administrator; the README repeats it. */
  readonly about: string
  /** What holds when the variable is not set; '' means "not set". */
  readonly default: string
}

export const settings = {
  VISITE_PORT: { default: '8080', about: 'Port of the HTTP server.' },
  VISITE_HOST: { default: '127.0.0.1', about: 'Address to listen on; `0.0.0.0` for all.' },
  VISITE_PUBLIC_URL: {
    default: '',
    about:
      'Address that people open, such as `https://visite.example.be`; without it, `http://localhost` and the port.',
  },
  VISITE_TRUSTED_PROXY: {
    default: '',
    about: 'Address of the reverse proxy whose `X-Forwarded-For` is believed, such as `127.0.0.1`.',
  },
  VISITE_DATA_DIR: { default: 'data', about: 'Folder of the database and the secrets.' },
  VISITE_TIME_ZONE: {
    default: 'Europe/Brussels',
    about: 'Zone of every clock time that people read or type.',
  },
  VISITE_SERVICE_NAME: {
    default: 'Visite',
    about: 'Name of the prevention service, as workers read it.',
  },
  VISITE_SERVICE_PHONE: {
    default: '02 555 01 00',
    about: 'Telephone number on every screen and in every message.',
  },
  VISITE_SMTP_URL: {
    default: '',
    about:
      'Mail server, `smtps://user:password@mail.example.be`; without it, mail goes to the local mailbox.',
  },
  VISITE_MAIL_FROM: {
    default: '',
    about: 'Sender of every mail, `Name <address>` or an address; needed with a mail server.',
  },
  VISITE_TURN_URLS: {
    default: '',
    about:
      'TURN addresses, separated by commas: `turns:turn.example.be:5349?transport=tcp,turn:turn.example.be:3478`.',
  },
  VISITE_TURN_SECRET_FILE: {
    default: '',
    about: 'File, readable by its owner only, with the secret shared with coturn.',
  },
  VISITE_TURN_ADDRESS: {
    default: '',
    about:
      'For `npm run visite -- turn-config`: the IPv4 address that coturn listens and relays on.',
  },
  VISITE_TURN_PUBLIC_ADDRESS: {
    default: '',
    about: 'The address that browsers see, when coturn’s machine stands behind NAT.',
  },
  VISITE_TURN_CERT_FILE: { default: '', about: 'Certificate chain for `turns:` addresses.' },
  VISITE_TURN_KEY_FILE: { default: '', about: 'Private key for `turns:` addresses.' },
  VISITE_ICE_POLICY: {
    default: 'all',
    about:
      '`relay` sends every call through TURN, so that neither side sees the other’s address; `all` prefers the direct way.',
  },
  VISITE_LOG_LEVEL: {
    default: 'info',
    about: '`silent`, `error`, `warn`, `info` or `debug`. Logs hold ids, never personal data.',
  },
} as const satisfies Record<string, Setting>
export type SettingName = keyof typeof settings

export interface Config {
  readonly port: number
  readonly host: string
  /** Without a trailing slash. Links in mails and the Origin check use it, never the request's Host header. */
  readonly publicUrl: string
  readonly trustedProxy: string | null
  readonly dataDir: string
  readonly timeZone: string
  readonly service: { readonly name: string; readonly phone: string }
  readonly mail: { readonly smtpUrl: string; readonly from: string } | null
  readonly turn: {
    readonly urls: readonly string[]
    readonly secretFile: string
    /** For coturn's own configuration; null where the administrator runs coturn otherwise. */
    readonly address: string | null
    readonly publicAddress: string | null
    readonly certificate: { readonly certFile: string; readonly keyFile: string } | null
  } | null
  readonly icePolicy: 'all' | 'relay'
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug'
}

export type Environment = Readonly<Record<string, string | undefined>>
export type Loaded =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly mistakes: string[] }

/** Returns the configuration, or every mistake as a sentence that says what to do. Unknown `VISITE_…` names are mistakes too. */
export function loadConfig(environment: Environment): Loaded {
  const mistakes: string[] = []
  const read = (name: SettingName) => environment[name]?.trim() || settings[name].default

  for (const name of Object.keys(environment)) {
    if (name.startsWith('VISITE_') && !Object.hasOwn(settings, name)) {
      mistakes.push(`${name} is not a setting of Visite; check its spelling against the README.`)
    }
  }

  const port = toPort(read('VISITE_PORT'))
  if (port === null) mistakes.push('VISITE_PORT must be a whole number from 1 to 65535.')

  const publicUrl = read('VISITE_PUBLIC_URL').replace(/\/+$/, '') || localUrl(port ?? 80)
  if (!isPublicUrl(publicUrl)) {
    mistakes.push(
      'VISITE_PUBLIC_URL must be an https address without a path, such as https://visite.example.be (http only for localhost: browsers give the camera to no other).',
    )
  }

  const trustedProxy = read('VISITE_TRUSTED_PROXY')
  if (trustedProxy && isIP(trustedProxy) === 0) {
    mistakes.push('VISITE_TRUSTED_PROXY must be one IP address such as 127.0.0.1.')
  }

  const timeZone = read('VISITE_TIME_ZONE')
  if (!isTimeZone(timeZone))
    mistakes.push('VISITE_TIME_ZONE must be a zone name such as Europe/Brussels.')

  const smtpUrl = read('VISITE_SMTP_URL')
  const from = read('VISITE_MAIL_FROM')
  if (smtpUrl && !from)
    mistakes.push('VISITE_SMTP_URL is set without VISITE_MAIL_FROM; set the sender too.')
  if (from && !smtpUrl)
    mistakes.push('VISITE_MAIL_FROM is set without VISITE_SMTP_URL; set the mail server too.')
  if (smtpUrl && !/^smtps?:\/\/[^\s]+$/.test(smtpUrl)) {
    mistakes.push('VISITE_SMTP_URL must begin with smtp:// or smtps://.')
  }
  if (from && !/^[^\r\n<>]*<[^\s@<>]+@[^\s@<>]+>$|^[^\s@<>]+@[^\s@<>]+$/.test(from)) {
    mistakes.push('VISITE_MAIL_FROM must be an address, or a name followed by <address>.')
  }

  const turnUrls = read('VISITE_TURN_URLS')
    .split(',')
    .map((url) => url.trim())
    .filter(Boolean)
  const secretFile = read('VISITE_TURN_SECRET_FILE')
  if (turnUrls.length > 0 && !secretFile) {
    mistakes.push(
      'VISITE_TURN_URLS is set without VISITE_TURN_SECRET_FILE; set the file with the shared secret too.',
    )
  }
  const turnAddress = read('VISITE_TURN_ADDRESS')
  const turnPublicAddress = read('VISITE_TURN_PUBLIC_ADDRESS')
  for (const [name, address] of [
    ['VISITE_TURN_ADDRESS', turnAddress],
    ['VISITE_TURN_PUBLIC_ADDRESS', turnPublicAddress],
  ]) {
    if (address && !isIPv4(address))
      mistakes.push(`${name} must be an IPv4 address such as 203.0.113.7.`)
  }
  const certFile = read('VISITE_TURN_CERT_FILE')
  const keyFile = read('VISITE_TURN_KEY_FILE')
  if (Boolean(certFile) !== Boolean(keyFile)) {
    mistakes.push('VISITE_TURN_CERT_FILE and VISITE_TURN_KEY_FILE belong together; set both.')
  }
  if (turnUrls.length === 0 && secretFile) {
    mistakes.push('VISITE_TURN_SECRET_FILE is set without VISITE_TURN_URLS; set the addresses too.')
  }
  for (const url of turnUrls) {
    if (!/^turns?:[^\s?@]+(\?transport=(udp|tcp))?$/.test(url)) {
      mistakes.push(
        'VISITE_TURN_URLS must hold addresses such as turn:turn.example.be:3478?transport=udp.',
      )
      break
    }
  }

  const icePolicy = oneOf(['all', 'relay'], read('VISITE_ICE_POLICY'))
  if (icePolicy === null) mistakes.push('VISITE_ICE_POLICY must be all or relay.')
  if (icePolicy === 'relay' && turnUrls.length === 0) {
    mistakes.push(
      'VISITE_ICE_POLICY is relay but VISITE_TURN_URLS is not set: no call could connect.',
    )
  }
  const logLevel = oneOf(['silent', 'error', 'warn', 'info', 'debug'], read('VISITE_LOG_LEVEL'))
  if (logLevel === null)
    mistakes.push('VISITE_LOG_LEVEL must be silent, error, warn, info or debug.')

  if (mistakes.length > 0 || port === null || icePolicy === null || logLevel === null)
    return { ok: false, mistakes }
  return {
    ok: true,
    config: {
      port,
      host: read('VISITE_HOST'),
      publicUrl,
      trustedProxy: trustedProxy || null,
      dataDir: read('VISITE_DATA_DIR'),
      timeZone,
      service: { name: read('VISITE_SERVICE_NAME'), phone: read('VISITE_SERVICE_PHONE') },
      mail: smtpUrl ? { smtpUrl, from } : null,
      turn:
        turnUrls.length > 0
          ? {
              urls: turnUrls,
              secretFile,
              address: turnAddress || null,
              publicAddress: turnPublicAddress || null,
              certificate: certFile && keyFile ? { certFile, keyFile } : null,
            }
          : null,
      icePolicy,
      logLevel,
    },
  }
}

function oneOf<const Choice extends string>(
  choices: readonly Choice[],
  value: string,
): Choice | null {
  return choices.find((choice) => choice === value) ?? null
}

function toPort(value: string): number | null {
  const port = Number(value)
  return Number.isInteger(port) && port >= 1 && port <= 65_535 ? port : null
}

/** As browsers write it: without the port that http has anyway. */
function localUrl(port: number): string {
  return new URL(`http://localhost:${port}`).origin
}

function isPublicUrl(value: string): boolean {
  if (!URL.canParse(value)) return false
  const url = new URL(value)
  const local = url.hostname === 'localhost' || url.hostname === '127.0.0.1'
  return (url.protocol === 'https:' || (url.protocol === 'http:' && local)) && url.origin === value
}

function isTimeZone(value: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
