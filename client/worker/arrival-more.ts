/** What the first screen offers beside the appointment itself, and the last: fetched while that is read, in one request. */
import './identity-steps.ts'
import './leave-device.ts'
import './visit-choices.ts'
