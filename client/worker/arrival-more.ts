/** What the first screen offers beside the appointment itself: fetched while that is read, in one request. */
import './identity-steps.ts'
import './visit-choices.ts'
