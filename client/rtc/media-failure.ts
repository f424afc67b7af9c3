/** Why camera or microphone could not be had. Each has its own sentence and its own steps on the screen. */
export const mediaFailures = [
  'refused', // by the person, or by an earlier refusal that the browser remembers
  'refused-by-system', // the operating system does not let the browser
  'busy', // another program holds the device, or the driver failed
  'no-device',
  'timed-out', // nobody answered the browser's question
  'insecure', // not https: the browser hides the devices
  'unsupported', // this browser has none of it, often a window inside another app
  'unknown',
] as const
export type MediaFailure = (typeof mediaFailures)[number]

/**
 * Reads what `getUserMedia` rejected with. Names as in the Media Capture specification, 10.2, and as older Chrome and
 * Firefox spelt them. Only Chrome tells the system's refusal from a person's, and only in the message.
 */
export function reasonOf(error: unknown): MediaFailure {
  if (error instanceof TypeError) return 'unsupported'
  switch (nameOf(error)) {
    case 'NotAllowedError':
    case 'PermissionDeniedError':
      return /system/i.test(messageOf(error)) ? 'refused-by-system' : 'refused'
    case 'NotReadableError':
    case 'TrackStartError':
    case 'AbortError':
      return 'busy'
    case 'NotFoundError':
    case 'DevicesNotFoundError':
    case 'OverconstrainedError':
    case 'ConstraintNotSatisfiedError':
      return 'no-device'
    case 'SecurityError':
    case 'NotSupportedError':
      return 'unsupported'
    default:
      return 'unknown'
  }
}

function nameOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'name' in error ? String(error.name) : ''
}

function messageOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error
    ? String(error.message)
    : ''
}
