/** What is said about a worker’s proof of who they are, beside what the server says. `name` is the worker. */
export const texts = {
  'proved': (name: string) => `${name}, identified by itsme: proved to this browser`,
  'how': 'What this rests on',
  'connection-own': (time: string) =>
    `itsme named this person at ${time}, for a key that only their browser has. That key has signed this connection.`,
  'keys-by-server': 'The public keys of itsme came to this browser through our own server.',
  'keys-first':
    'This browser saw them for the first time. From now on it tells you when they are others.',
  'keys-known': (day: string) => `This browser has known the one that signed since ${day}.`,
  'keys-added':
    'The key of itsme that signed is new to this browser; it came beside one that it knew. itsme does that now and then, but our server could too. Compare the face with the identity card.',
  'pinned': 'Our server says that your administrator has laid down which keys of itsme count.',
  'claimed': 'Claimed by the server only.',
  'none': 'The other browser sent no proof of itsme. Compare the face with the identity card.',
  'malformed': 'The proof of itsme is damaged. Compare the face with the identity card.',
  'algorithm': 'The proof was not signed as itsme signs. Compare the face with the identity card.',
  'unknown-key':
    'The proof was signed with a key that is not of itsme. Compare the face with the identity card.',
  'signature': 'The signature of itsme is not right. Compare the face with the identity card.',
  'issuer': 'The proof does not come from itsme. Compare the face with the identity card.',
  'audience': 'The proof was made for another service. Compare the face with the identity card.',
  'nonce': 'The proof was made for another browser. Compare the face with the identity card.',
  'stale':
    'The person identified themselves too long ago. Compare the face with the identity card.',
  'not-yet':
    'The proof comes from the future: is the clock of this computer right? Compare the face with the identity card.',
  'connection':
    'The proof belongs to another connection. Somebody may be listening in. Compare the safety words.',
  'other-person': 'itsme named somebody else. Compare the face with the identity card.',
  'keys-changed':
    'itsme is not as this browser has known it: all its keys, its address or the number of our service there are others. Ask your administrator. Compare the face with the identity card.',
  'change': 'If itsme really has changed',
  'change-before': 'What this browser knew',
  'change-now': 'What our server says now',
  'change-address': 'Address',
  'change-number': 'Number of our service at itsme',
  'change-keys': 'Keys',
  'change-signer': 'this one signed',
  'change-how':
    'Call your administrator. They ask itsme itself, not our server, and read you the code of the key that signed: 16 letters and digits. Accept the code only by voice, never in a message.',
  'change-code': 'The code that you were told',
  'change-accept': 'Trust this from now on',
  'change-accepted':
    'This browser trusts it from the next call on. In this call, compare the face with the identity card.',
  'change-other-code':
    'That is not the code of this key. Nothing has changed. If you typed it right, somebody may be listening in: tell your administrator.',
  'change-not-noted': 'It could not be recorded, so nothing has changed. Try again.',
  'no-keys': 'The keys of itsme could not be had. Compare the face with the identity card.',
  'failed': 'This browser could not check it. Compare the face with the identity card.',
}

export type IdentityProofTexts = typeof texts
