/** The page of an interpreter, a captioner or a companion. `doctor` is a name. */
export const texts = {
  'page.language': 'Language',
  'page.loading': 'One moment, please.',
  'help': (service: string) => `Questions? Phone ${service}.`,

  'ask.title': (doctor: string) => `${doctor} asks you to join a talk`,
  'ask.when': (day: string, time: string) => `${day} at ${time}`,
  'ask.interpreter': (name: string) => `You come as the interpreter: ${name}.`,
  'ask.captioner': (name: string) => `You come as the captioner: ${name}.`,
  'ask.companion': (name: string) => `You come as the companion: ${name}.`,
  'ask.shown': 'Everyone in the talk sees your name and your role, all the time.',
  'ask.secret': 'What is said is secret. Be alone in a closed room, and repeat nothing afterwards.',
  'ask.no-recording': 'Record nothing, and take no pictures.',
  'ask.once': 'The link works once. Open it on the device that you will use.',
  'ask.enter': 'I understand. Go on',
  'early.body': (time: string) => `You can come in from ${time}.`,

  'devices.title': 'Turn on camera and sound',
  'devices.body': 'Nobody sees or hears you before the doctor lets you in.',
  'devices.both': 'Turn on camera and sound',
  'devices.sound': 'Sound only',
  'devices.opening': 'Look at the question of your browser. Choose “Allow”.',
  'devices.failed':
    'We cannot use your camera or microphone. Allow both in the browser, and try again.',

  'wait.title': 'The doctor will let you in',
  'wait.body': 'Stay on this page. Nobody sees or hears you yet.',
  'wait.again':
    'You are outside the talk now. Nobody sees or hears you. The doctor may let you in again.',
  'wait.ready-both': 'Camera and microphone are ready.',
  'wait.ready-sound': 'Your microphone is ready.',
  'wait.lost': 'The line is lost. We try again by ourselves.',
  'wait.leave': 'I do not want to wait any longer',

  'call.worker': 'The worker',
  /** After “of”: “the connection of …”. */
  'call.worker-within': 'the worker',
  'over.title': 'This is over',
  'over.call-ended': 'The talk has ended. Thank you.',
  'over.removed': 'The doctor has ended your part of the talk. Thank you for your time.',
  'over.left': 'You have left the talk. Thank you.',
  'over.appointment': 'This appointment is over.',
  'over.close': 'You can close this page. The link does not work any more.',

  'invalid.title': 'This link does not work',
  'invalid.body': 'It may have been used already, or it has ended. Ask the doctor for a new one.',
  'failed.title': 'We cannot reach the service',
  'failed.body': 'Check your connection and try again.',
  'failed.retry': 'Try again',
  'elsewhere.title': 'You are here in another window',
  'elsewhere.here': 'Use this window',
}
export type GuestTexts = typeof texts
