/** The worker's page: plain words (B1), one idea a sentence, "the doctor" for the occupational physician. */
import { plural } from '../format.ts'

export const texts = {
  'head.help': (phone: string) => `Help: ${phone}`,
  'head.language': 'Language',
  'loading': 'We open your appointment…',

  'page.arrival': 'Your appointment',
  'page.camera': 'Camera and sound',
  'page.waiting': 'You are next',
  'page.waiting-before': (before: number) => `Waiting (${before} before you)`,
  'page.ring': (name: string) => `● ${name} is calling`,
  'page.call': 'In call',
  'page.after': 'The talk is over',

  'arrival.title': 'Talk with your occupational doctor',
  'arrival.minutes': (minutes: number) => `about ${minutes} minutes`,
  'arrival.by-video': 'By video, on this device.',
  'arrival.room': (room: string) => `Your room: ${room}.`,
  'arrival.quiet': 'Sit alone in a quiet room. Close the door.',
  'arrival.continue': 'Continue',
  'arrival.test': 'Test your camera and sound now',
  'arrival.early-today': (start: string, opens: string) =>
    `You are early. Your appointment is at ${start}. You can go in from ${opens}.`,
  'arrival.early': (day: string, opens: string) =>
    `You are early. Come back on ${day}, from ${opens}.`,
  'arrival.choose': 'You choose: by video, or in person. Both are fine.',
  'arrival.failed': 'That did not work. Try again, or call us.',
  'arrival.offline': 'No connection. Check your internet and try again.',

  'in-person.prefer': 'I prefer a visit in person',
  'in-person.ask-title': 'You choose a visit in person',
  'in-person.ask-body': 'Your appointment by video stops. We contact you for a new moment.',
  'in-person.yes': 'Yes, in person',
  'in-person.back': 'Go back',
  'in-person.title': 'A visit in person',
  'in-person.body': 'We contact you for a new moment.',
  'in-person.after-call': 'The doctor also wants to see you. We contact you for a new moment.',

  'media.title': 'Turn on your camera and sound',
  'media.body': 'Your browser asks for permission.',
  'media.allow': 'Choose “Allow”.',
  'media.privacy': 'The doctor sees and hears you only after you answer.',
  'media.on': 'Turn on camera and sound',
  'media.without': 'Continue without camera',
  'media.asking': 'Look at the question of your browser. Choose “Allow”.',
  'media.sound-only': 'Continue with sound only',
  'media.retry': 'Try again',
  'media.phone': (phone: string) =>
    `Does it not work? Call us: ${phone}. The doctor can also phone you.`,
  'media.calling': (name: string) => `${name} is calling you now.`,

  'media.refused': 'Your camera or sound is blocked',
  'media.refused-body': 'Do this, and then try again:',
  'media.refused-by-system': 'Your device does not let this browser use the camera',
  'media.refused-by-system-body': 'Do this, and then try again:',
  'media.busy': 'Another app uses your camera or microphone',
  'media.busy-body': 'Close that app. Then try again.',
  'media.no-device': 'We find no camera and no microphone',
  'media.no-device-body': 'Use a phone or a computer that has both. Open the same link there.',
  'media.timed-out': 'Your browser got no answer',
  'media.timed-out-body': 'Try again, and choose “Allow” when your browser asks.',
  'media.insecure': 'The camera does not work at this address',
  'media.insecure-body': 'Open the link in the e-mail again. It must begin with “https”.',
  'media.unsupported': 'This browser has no camera for calls',
  'media.unsupported-body': 'Open the link in another browser.',
  'media.unknown': 'The camera does not start',
  'media.unknown-body': 'Close other apps. Then try again.',

  // How to allow the camera, for the browser at hand; shown as numbered steps.
  'steps.ios-safari': [
    'Tap the sign left of the address.',
    'Tap “Website settings”.',
    'Set camera and microphone to “Allow”.',
  ],
  'steps.android-chrome': [
    'Tap the sign left of the address.',
    'Tap “Permissions”.',
    'Turn on camera and microphone.',
  ],
  'steps.samsung': [
    'Tap the lock left of the address.',
    'Tap “Permissions”.',
    'Allow camera and microphone.',
  ],
  'steps.firefox': [
    'Tap or click the sign left of the address.',
    'Remove “Blocked” beside camera and microphone.',
    'Load the page again.',
  ],
  'steps.desktop-chromium': [
    'Click the sign left of the address.',
    'Turn on camera and microphone.',
    'Come back to this page.',
  ],
  'steps.desktop-safari': [
    'Choose Safari in the menu at the top, then “Settings for this website”.',
    'Set camera and microphone to “Allow”.',
    'Come back to this page.',
  ],
  'steps.other': [
    'Open the settings of your browser.',
    'Look for the permissions of this page.',
    'Allow camera and microphone.',
  ],
  'steps.system-ios': [
    'Open “Settings” on your phone.',
    'Tap the name of your browser.',
    'Turn on camera and microphone.',
  ],
  'steps.system-android': [
    'Open “Settings” on your phone, then “Apps”.',
    'Tap the name of your browser, then “Permissions”.',
    'Allow camera and microphone.',
  ],
  'steps.system-desktop': [
    'Open the settings of your computer, then “Privacy”.',
    'Choose “Camera”, and let your browser use it.',
    'Do the same for “Microphone”.',
  ],

  'wait.title': 'You are ready',
  'wait.tested-title': 'Camera and sound are on',
  'wait.here': (name: string) => `${name} calls you here.`,
  'wait.keep': 'Keep this page open.',
  'wait.before': (before: number) =>
    plural('en', before, {
      one: `${before} person before you`,
      other: `${before} people before you`,
    }),
  'wait.next': 'You are next',
  'wait.early': (day: string, opens: string) =>
    `You are early. Come back on ${day}, from ${opens}.`,
  'wait.early-today': (opens: string) =>
    `You are early. Keep this page open, or come back at ${opens}.`,
  'wait.late': (minutes: number) =>
    `The doctor is about ${minutes} minutes late. You did nothing wrong.`,
  'wait.expected': (time: string) =>
    `The doctor is late. Your talk begins at about ${time}. You did nothing wrong.`,
  'wait.not-started': 'The doctor has not started yet. You did nothing wrong.',
  'wait.away': 'You left this page for a moment. Stay here, or we may not reach you.',
  'wait.screen': 'Keep your screen on. Tap it now and then.',
  'wait.offline': 'No connection. We try again by ourselves.',
  'wait.offline-phone': (phone: string) => `Still no connection? Call us: ${phone}`,
  'wait.deferred': 'You asked for 2 minutes. Then the doctor calls you again.',
  'wait.missed': (time: string) =>
    `The doctor called at ${time}. Stay here, the doctor can call again.`,
  'wait.stopped': 'The doctor stopped calling. Stay here, the doctor calls again.',
  'wait.no-camera': 'You go on with sound only. That is fine.',
  'wait.no-microphone': 'We find no microphone. The doctor can phone you instead.',
  'wait.silent': 'We do not hear you yet. Say hello, or check your microphone.',
  'wait.own-picture': 'Your own picture',
  'wait.ringtone': 'Play the ringtone',
  'wait.unlock': 'Turn on the ringtone',
  'chip.picture': 'Picture',
  'chip.no-picture': 'No picture',
  'chip.sound': 'Sound',
  'chip.say-hello': 'Say hello',
  'chip.no-sound': 'No sound',
  'chip.connection': 'Connection',
  'chip.no-connection': 'No connection',

  'ring.title': (name: string) => `${name} is calling`,
  'ring.video': 'Answer with video',
  'ring.sound': 'Answer without picture',
  'ring.defer': 'I need 2 more minutes',

  'after.title': 'The talk is over',
  'after.left-title': 'You left the talk',
  'after.left-body': 'The doctor is still there.',
  'after.rejoin': 'Return to the call',
  'after.next-title': 'What happens now',
  'after.next': [
    'The doctor writes the result.',
    'You get your copy by e-mail or post.',
    'Your employer only gets the decision. Not the reason, and not what you said.',
  ],
  'after.close': 'You can close this page.',

  'over.title': 'This appointment is over',
  'over.body': 'Do you need a new appointment? Call us.',
  'not-valid.title': 'We cannot find this appointment',
  'not-valid.body': 'Open the link in the last e-mail that you got from us. Or call us.',
  'unreachable.title': 'No connection',
  'unreachable.body': 'Check your internet. Then try again, or call us.',
  'elsewhere.title': 'Your appointment is open in another window',
  'elsewhere.in-call': 'You are already in this call on another device',
  'elsewhere.body': 'Do you want to go on here? It then stops there. Your doctor is told.',
  'elsewhere.here': 'Use here',
  'replaced.title': 'You went on in another window or on another device',
  'replaced.body': 'You can close this page. Was that not you? Go on here and tell your doctor.',
  'signed-out.title': 'Open your link again',
  'signed-out.body':
    'This page is no longer connected to your appointment. Open the link in your e-mail.',
  'outdated.title': 'There is a new version of this page',
  'outdated.body': 'Load the page again. You stay where you were.',
  'outdated.load': 'Load again',
  'retry': 'Try again',
}

export type WorkerTexts = typeof texts
