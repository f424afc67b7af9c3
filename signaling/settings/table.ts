/** The settings as an administrator meets them: environment variables, their defaults and what they do. */

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
  VISITE_SERVICE_ADDRESS: {
    default: '',
    about: 'Where the service receives people in person, as workers read it.',
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
  VISITE_SMS_URL: {
    default: '',
    about:
      'Address of an SMS gateway, to which each SMS is posted; without it, people are reached by mail only.',
  },
  VISITE_SMS_TOKEN: {
    default: '',
    about: 'Sent to the gateway as `Authorization: Bearer`.',
  },
  VISITE_SMS_SENDER: {
    default: '',
    about:
      'Sender of every SMS, a number or up to 11 letters and digits; needed with a gateway. Operators may replace it.',
  },
  VISITE_SMS_BODY: {
    default: '',
    about:
      'JSON that the gateway wants, where it is not `{"from":"{from}","to":"{to}","text":"{text}","reference":"{id}"}`; what stands in braces is replaced.',
  },
  VISITE_REMINDERS: {
    default: '7d,1d,1h',
    about:
      'How long before an appointment its worker is reminded by mail, in days (`d`) or hours (`h`), separated by commas; `none` for never. Those in hours go by SMS too.',
  },
  VISITE_CHANGE_UNTIL: {
    default: '1d',
    about:
      'Until how long before an appointment its worker may decline or move it on their page, in days (`d`) or hours (`h`).',
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
  VISITE_TURN_CREDENTIAL_SECONDS: {
    default: '3600',
    about:
      'How long a browser may open new ways through TURN; a running one goes on, and a new credential comes by itself.',
  },
  VISITE_ICE_POLICY: {
    default: 'all',
    about:
      '`relay` sends every call through TURN, so that neither side sees the other’s address; `all` prefers the direct way.',
  },
  VISITE_STANDBY: {
    default: 'direct',
    about:
      'Connects the next worker before the answer, without sound or picture, so that the picture is there at once. With `direct` the two browsers then know each other’s network address some minutes earlier than in the call; `relay-only` hides it until the answer, through TURN; `off` connects when answered.',
  },
  VISITE_STANDBY_WORKERS: {
    default: '1',
    about:
      'For how many of a physician’s next workers, 1 to 3; each holds a connection, and an allocation or two in TURN.',
  },
  VISITE_UNDO_MINUTES: {
    default: '10',
    about:
      'How long a move on the day board can be undone; the mail that tells the worker waits so long. `0` sends at once.',
  },
  VISITE_WORKING_WEEK: {
    default: 'monday-saturday',
    about:
      'The working days of legal terms: `monday-saturday`, which ends them sooner, or `monday-friday`. The ten public holidays are known.',
  },
  VISITE_CLOSED_DAYS: {
    default: '',
    about:
      'Further days that are no working days (regional, bridge and replacement days), separated by commas: `2026-07-11,2026-05-15`.',
  },
  VISITE_LEGAL_TERMS: {
    default: '',
    about:
      'Terms in working days where they differ from the Code’s: `spontaneous=10,pre-resumption=10,return-to-work=10`.',
  },
  VISITE_POST_PERIODS: {
    default: 'safety-post=24,vigilance-post=24',
    about:
      'Months from one periodic examination to the next at a post of a legal category, where the post names none: `safety-post`, `vigilance-post`, `defined-risk`. A safety post’s are those of annex I.4-5; the others are the physicians’ to say.',
  },
  VISITE_NO_ANSWER_MINUTES: {
    default: '7',
    about:
      'How long a physician who is free waits for somebody who does not come, 3 to 60, until the clock notes a no-show and the rest of the slot is free; `0` for never. 7 leave of the usual 20 minutes what somebody who is on their page needs to answer and to be examined.',
  },
  VISITE_REFILL: {
    default: 'on',
    about:
      '`on` offers a slot that becomes free to one person after another; `off` leaves it free.',
  },
  VISITE_REFILL_MINUTES: {
    default: '10',
    about: 'How long somebody has to take a free slot before the next person is asked, 2 to 120.',
  },
  VISITE_ITSME_ISSUER: {
    default: '',
    about: 'Whom workers identify themselves with: `https://idp.prd.itsme.services/v2`.',
  },
  VISITE_ITSME_CLIENT_ID: { default: '', about: 'The client id that itsme gave the service.' },
  VISITE_ITSME_SERVICE: {
    default: '',
    about: 'The code that itsme gave the service for identification.',
  },
  VISITE_ITSME_ACR: {
    default: 'advanced',
    about: '`advanced` asks each time for the itsme code; `basic` is content with a fingerprint.',
  },
  VISITE_ITSME_PINNED_KEYS: {
    default: '',
    about:
      'Which keys of itsme count, for our server and in what it tells a physician’s browser: their thumbprints (RFC 7638, SHA-256, base64url), by commas. Without it, those that itsme publishes.',
  },
  VISITE_IDENTIFICATION: {
    default: '',
    about:
      'How workers may say who they are, the first choice first: of `itsme`, a `code` by mail or, with a gateway, by SMS, and the identity `card` that the physician looks at in the call. Without it all three, itsme where it is set. Without `card` nobody comes in who is not identified.',
  },
  VISITE_STAFF_OIDC_ISSUER: {
    default: '',
    about:
      'The service’s own sign-in, for its staff beside their passkeys: the address of an OpenID Connect provider. It must confirm e-mail addresses (`email_verified`): by them it finds the account that a planner’s link made; it makes none.',
  },
  VISITE_STAFF_OIDC_CLIENT_ID: {
    default: '',
    about:
      'As what that provider knows Visite. There, allow the return address `…/api/staff-oidc/callback`.',
  },
  VISITE_STAFF_OIDC_SECRET_FILE: {
    default: '',
    about: 'File, readable by its owner only, with the secret that the provider gave.',
  },
  VISITE_LOG_LEVEL: {
    default: 'info',
    about: '`silent`, `error`, `warn`, `info` or `debug`. Logs hold ids, never personal data.',
  },
} as const satisfies Record<string, Setting>
export type SettingName = keyof typeof settings
