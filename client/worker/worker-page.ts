/**
 * What every screen of the worker's page has: its words, what is known, and one way to say what the person wishes.
 *
 * Fires `visit-wish`, which bubbles to `worker-app`.
 */
import { LitElement } from 'lit'
import { property } from 'lit/decorators.js'
import type { Format } from '../i18n/format.ts'
import type { DeviceChoice } from '../rtc/care-state.ts'
import type { WorkerTexts } from '../i18n/worker/en.ts'
import type { VisitState } from './visit-state.ts'

export type VisitWish =
  | { readonly type: 'enter' | 'test-devices' | 'defer' | 'rejoin' | 'take-over' | 'in-person' }
  | {
      readonly type:
        'retry' | 'refresh' | 'load-page' | 'play-ring' | 'ring-shown' | 'leave' | 'restore'
    }
  | { readonly type: 'other-camera' | 'object-to-guest' }
  | ({ readonly type: 'device' } & DeviceChoice)
  | { readonly type: 'turn-on' | 'answer'; readonly camera: boolean }
  | { readonly type: 'microphone' | 'camera' | 'pause' | 'needs-picture'; readonly on: boolean }

export class WorkerPage extends LitElement {
  @property({ attribute: false }) texts!: WorkerTexts
  @property({ attribute: false }) format!: Format
  @property({ attribute: false }) visit!: VisitState
  /** Local milliseconds, moved on now and then by the page around. */
  @property({ attribute: false }) now = Date.now()

  protected override createRenderRoot() {
    return this
  }

  protected wish(detail: VisitWish): void {
    this.dispatchEvent(new CustomEvent<VisitWish>('visit-wish', { detail, bubbles: true }))
  }
}

declare global {
  interface HTMLElementEventMap {
    'visit-wish': CustomEvent<VisitWish>
  }
}
