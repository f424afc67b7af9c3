/** The screens behind the first one: fetched while the person reads the arrival screen. */
import './page-camera.ts'
import './page-waiting.ts'
import './page-ring.ts'
import './page-call.ts'
import './page-after.ts'

export { loadConsultationTexts } from '../i18n/consultation/load.ts'
