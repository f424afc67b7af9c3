/** The call screen's words, shared by the worker's page, the room tablet and the desk. `name` is the other person. */
export const texts = {
  'call.secure': 'Secure call. Nothing is recorded.',
  'call.connecting': (name: string) => `Connecting you with ${name}…`,
  'call.recovering': 'We lost the connection. Stay here, we reconnect.',
  'call.recovering-long':
    'We still have no connection. We keep trying. You can also talk by telephone.',
  'call.connecting-long':
    'We cannot connect you yet. We keep trying. You can also talk by telephone.',
  'call.phone': (phone: string) => `Call ${phone}`,
  'call.other-paused': (name: string) => `${name} paused for a moment.`,
  'call.other-no-picture': (name: string) => `${name} shows no picture. You can still talk.`,
  'call.other-muted': (name: string) => `${name} turned the sound off.`,
  'call.other-not-here': (name: string) => `${name} is not in the call now. Stay here.`,
  'call.muted': 'You are muted. The other person does not hear you.',
  'call.no-microphone': 'We cannot hear you. This device has no microphone that works.',
  'call.microphone-phone-call': 'Another call uses your microphone. End it, then go on here.',
  'call.microphone-unplugged': 'Your microphone was unplugged. Plug it in again.',
  'call.microphone-in-use': 'Another program uses your microphone. Close that program.',
  'call.microphone-refused':
    'This page may no longer use your microphone. Allow it again in the browser.',
  'call.microphone-switched-off':
    'Your microphone is switched off. Look for a switch on your device.',
  'call.microphone-lost': 'Your microphone does not work any more.',
  'call.microphone-silent':
    'We hear nothing from your microphone. Look for a switch on it, or choose another one.',
  'call.camera-unplugged': 'Your camera was unplugged. Plug it in again.',
  'call.camera-in-use': 'Another program uses your camera. Close that program.',
  'call.camera-refused': 'This page may no longer use your camera. Allow it again in the browser.',
  'call.camera-away': 'Another app is in front, so your picture stops. It comes back by itself.',
  'call.camera-switched-off':
    'Your camera is switched off. Look for a switch or a cover on your device.',
  'call.camera-lost': 'Your camera does not work any more.',
  'call.other-microphone-phone-call': (name: string) =>
    `${name} is on a phone call. The sound comes back after it.`,
  'call.other-microphone-unplugged': (name: string) => `The microphone of ${name} was unplugged.`,
  'call.other-microphone-in-use': (name: string) =>
    `Another program uses the microphone of ${name}.`,
  'call.other-microphone-refused': (name: string) =>
    `The browser of ${name} blocks the microphone.`,
  'call.other-microphone-switched-off': (name: string) =>
    `The microphone of ${name} is switched off.`,
  'call.other-microphone-lost': (name: string) =>
    `The microphone of ${name} does not work any more.`,
  'call.other-microphone-silent': (name: string) =>
    `Nothing is heard from the microphone of ${name}.`,
  'call.other-camera-unplugged': (name: string) =>
    `The camera of ${name} was unplugged. You can still talk.`,
  'call.other-camera-in-use': (name: string) =>
    `Another program uses the camera of ${name}. You can still talk.`,
  'call.other-camera-refused': (name: string) =>
    `The browser of ${name} blocks the camera. You can still talk.`,
  'call.other-camera-away': (name: string) =>
    `${name} has another app in front. The picture comes back after it.`,
  'call.other-camera-switched-off': (name: string) =>
    `The camera of ${name} is switched off. You can still talk.`,
  'call.other-camera-lost': (name: string) =>
    `The camera of ${name} does not work any more. You can still talk.`,
  'call.now-using-microphone': (label: string) => `Your microphone is now: ${label}.`,
  'call.now-using-camera': (label: string) => `Your camera is now: ${label}.`,
  'call.back-microphone': (label: string) => `Your other microphone is back: ${label}.`,
  'call.back-camera': (label: string) => `Your other camera is back: ${label}.`,
  'call.may-echo': 'This microphone may make an echo. Earphones help.',
  'call.use-it': 'Use it',
  'call.choose-another': 'Choose another one',
  'call.restore': 'Turn on again',
  'call.paused': 'Paused',
  'call.paused-body': 'Nobody sees or hears you.',
  'call.go-on': 'Go on',
  'call.autoplay': (name: string) => `Tap to hear ${name}`,
  'call.picture-of': (name: string) => `Picture of ${name}`,
  'call.own-picture': 'Your picture',
  'call.own-camera-off': 'Your camera is off',
  'call.controls': 'Call',
  'call.in-person': 'In person',
  'call.in-person-long': 'Visit in person instead',

  'quality.weak-own': 'Your connection is weak.',
  'quality.weak-other': (name: string) => `The connection of ${name} is weak.`,
  'quality.weak-both': 'Both connections are weak.',
  'quality.weak-unclear': 'The connection is weak.',
  'quality.picture-own': 'Your picture',
  'quality.picture-other': (name: string) => `The picture of ${name}`,
  'quality.picture-both': 'The picture',
  'quality.says-smaller': (picture: string) => `${picture} is smaller: the sound goes first.`,
  'quality.says-slower': (picture: string) =>
    `${picture} moves less smoothly: the sound goes first.`,
  'quality.says-still': (picture: string) =>
    `${picture} stands still for a moment. You can go on talking.`,
  'quality.says-sound-only': (picture: string) =>
    `${picture} is off, so that the sound stays clear.`,
  'quality.says-phone': 'The sound is bad too. It is better to go on by telephone.',
  'quality.advice-own': 'Go nearer to your Wi-Fi router, or use mobile data.',
  'quality.advice-other': (name: string) =>
    `It helps to be nearer to the Wi-Fi router, or to use mobile data: tell ${name}.`,

  // The dock has room for two words of six letters; the long form is what a screen reader says.
  'dock.mute': 'Mute',
  'dock.mute-long': 'Mute your microphone',
  'dock.unmute': 'Unmute',
  'dock.unmute-long': 'Unmute your microphone',
  'dock.camera-off': 'Camera off',
  'dock.camera-on': 'Camera on',
  'dock.pause': 'Pause',
  'dock.pause-long': 'Pause: nobody sees or hears you',
  'dock.text': 'Text',
  'dock.text-long': 'Text: write to each other',
  'dock.text-new-long': 'Text: something new is written',
  'dock.float-long': 'Float: keep the picture above other windows',
  'dock.more': 'More',
  'dock.more-long': 'More choices',
  'dock.leave': 'Leave',
  'dock.leave-long': 'Leave the call',
  'dock.end': 'End',
  'dock.end-long': 'End the call',

  // The third person. `who` is a name with its role.
  'third.interpreter': (name: string) => `${name}, interpreter`,
  'third.captioner': (name: string) => `${name}, captioner`,
  'third.companion': (name: string) => `${name}, companion`,
  'third.here': (who: string) => `Also in the call: ${who}`,
  'third.away': (who: string) => `${who}: the connection is lost for now.`,
  'third.waits': (who: string) => `At the door: ${who}`,
  'third.objected': (name: string) =>
    `The worker does not want ${name} here. ${name} waits outside.`,
  'third.objected-own': (name: string) =>
    `${name} is out. The doctor knows that you do not want this.`,
  'third.left': (name: string) => `${name} has left the call.`,
  'third.gone': (name: string) => `${name} is no longer at the door.`,
  'third.object': 'I don’t want this',
  'third.object-long': (name: string) => `I don’t want this: ${name} in the call`,
  'third.admit': 'Let in',
  'third.admit-long': (name: string) => `Let in ${name}`,
  'third.remove': 'Remove',
  'third.remove-long': (name: string) => `Remove ${name} for good`,
  'third.enlarge': (name: string) => `Large picture of ${name}`,
}

export type ConsultationTexts = typeof texts
