/** How to allow the camera, for the browser at hand; shown as numbered steps. */
export const texts = {
  'ios-safari': [
    'Tap the sign left of the address.',
    'Tap “Website settings”.',
    'Set camera and microphone to “Allow”.',
  ],
  'android-chrome': [
    'Tap the sign left of the address.',
    'Tap “Permissions”.',
    'Turn on camera and microphone.',
  ],
  'samsung': [
    'Tap the lock left of the address.',
    'Tap “Permissions”.',
    'Allow camera and microphone.',
  ],
  'firefox': [
    'Tap or click the sign left of the address.',
    'Remove “Blocked” beside camera and microphone.',
    'Load the page again.',
  ],
  'desktop-chromium': [
    'Click the sign left of the address.',
    'Turn on camera and microphone.',
    'Come back to this page.',
  ],
  'desktop-safari': [
    'Choose Safari in the menu at the top, then “Settings for this website”.',
    'Set camera and microphone to “Allow”.',
    'Come back to this page.',
  ],
  'other': [
    'Open the settings of your browser.',
    'Look for the permissions of this page.',
    'Allow camera and microphone.',
  ],
  'system-ios': [
    'Open “Settings” on your phone.',
    'Tap the name of your browser.',
    'Turn on camera and microphone.',
  ],
  'system-android': [
    'Open “Settings” on your phone, then “Apps”.',
    'Tap the name of your browser, then “Permissions”.',
    'Allow camera and microphone.',
  ],
  'system-desktop': [
    'Open the settings of your computer, then “Privacy”.',
    'Choose “Camera”, and let your browser use it.',
    'Do the same for “Microphone”.',
  ],
}

export type AllowCameraTexts = typeof texts
