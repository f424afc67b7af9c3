/** The sheets of a call: behind *More*, and with camera, microphone and speaker. */
export const texts = {
  'more.title': 'More',
  'more.close': 'Close',
  'more.camera-off': 'Turn my camera off',
  'more.camera-on': 'Turn my camera on',
  'more.devices': 'Camera, microphone, sound',
  'more.other-camera': 'Use the other camera',
  'more.move-self': 'Move my picture',
  'more.needs-picture': 'I sign or read lips: keep my picture smooth',
  'more.needs-picture-on': 'I sign or read lips: on',
  'more.files': 'Photos and files',
  'more.words': 'Safety words',
  'more.help': (phone: string) => `Help: ${phone}`,

  'devices.title': 'Camera, microphone, sound',
  'devices.camera': 'Camera',
  'devices.microphone': 'Microphone',
  'devices.speaker': 'Sound comes out of',
  'devices.no-camera': 'We find no camera.',
  'devices.no-microphone': 'We find no microphone.',
  'devices.nameless': (count: number) => `Device ${count}`,
  'devices.level': 'Say something. The bar moves when we hear you.',
}

export type SheetTexts = typeof texts
