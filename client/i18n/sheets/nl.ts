import type { SheetTexts } from './en.ts'

export const texts: SheetTexts = {
  'more.title': 'Meer',
  'more.close': 'Sluiten',
  'more.camera-off': 'Mijn camera uitzetten',
  'more.camera-on': 'Mijn camera aanzetten',
  'more.devices': 'Camera, microfoon, geluid',
  'more.other-camera': 'De andere camera gebruiken',
  'more.move-self': 'Mijn beeld verplaatsen',
  'more.needs-picture': 'Ik gebruik gebarentaal of lees lippen: houd het beeld vlot',
  'more.needs-picture-on': 'Ik gebruik gebarentaal of lees lippen: aan',
  'more.files': 'Foto’s en bestanden',
  'more.words': 'Veiligheidswoorden',
  'more.help': (phone) => `Hulp: ${phone}`,

  'devices.title': 'Camera, microfoon, geluid',
  'devices.camera': 'Camera',
  'devices.microphone': 'Microfoon',
  'devices.speaker': 'Het geluid komt uit',
  'devices.no-camera': 'We vinden geen camera.',
  'devices.no-microphone': 'We vinden geen microfoon.',
  'devices.nameless': (count) => `Toestel ${count}`,
  'devices.level': 'Zeg iets. De balk beweegt als we u horen.',
}
