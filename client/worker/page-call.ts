/** The call as the worker has it: the shared call screen with the worker's dock. */
import { html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { ConsultationTexts } from '../i18n/consultation/en.ts'
import type { DockControl } from '../consultation/call-dock.ts'
import type { MoreItem } from '../consultation/call-more.ts'
import type { PhotoCamera } from '../sharing/photo-camera.ts'
import type { SharingDoor } from '../sharing/sharing-door.ts'
import type { DeviceChoice } from '../rtc/care-state.ts'
import type { Sounds } from '../rtc/sound.ts'
import { appointmentOf, consultationOf, serviceOf } from './visit-state.ts'
import { WorkerPage } from './worker-page.ts'
import { toThird } from '../consultation/third.ts'
import '../consultation/call-screen.ts'

const dock: readonly DockControl[] = ['mute', 'pause', 'text', 'more', 'leave']
const more: readonly MoreItem[] = [
  'camera',
  'other-camera',
  'devices',
  'move-self',
  'files',
  'needs-picture',
  'words',
  'help',
]

@customElement('page-call')
export class PageCall extends WorkerPage {
  @property({ attribute: false }) callTexts: ConsultationTexts | null = null
  @property({ attribute: false }) sharing: SharingDoor | null = null
  @property({ attribute: false }) sounds: Sounds | null = null
  @property({ attribute: false }) photoCamera: PhotoCamera | null = null

  protected override render() {
    const { live, media } = this.visit
    if (this.callTexts === null || live === null) return nothing
    const call = consultationOf(this.visit)?.call
    const service = serviceOf(this.visit)
    const open = media.phase === 'open' ? media : null
    return html`<call-screen
      .texts=${this.callTexts}
      .call=${live.call}
      .local=${live.local}
      .remote=${live.remote}
      .quality=${live.quality}
      saysQuality
      .ownStream=${open?.stream ?? null}
      .otherIn=${call?.phase !== 'open' || call.physicianIn}
      .otherName=${appointmentOf(this.visit)?.physicianName ?? ''}
      .note=${service?.name ?? ''}
      .dock=${dock}
      .more=${more}
      offersInPerson
      .helpPhone=${service?.phone ?? ''}
      .otherPhone=${service?.phone ?? ''}
      .sharing=${this.sharing}
      .care=${open?.care ?? null}
      .mutedTalk=${this.visit.voice === 'muted-talk'}
      .context=${this.sounds?.context() ?? null}
      .photoCamera=${this.photoCamera}
      .third=${toThird('worker', consultationOf(this.visit)?.guest, live.guest)}
      .trust=${live.trust}
      .mirrored=${open?.care.facing !== 'environment'}
      @call-microphone=${this.#pass('microphone')}
      @call-camera=${this.#pass('camera')}
      @call-pause=${({ detail }: CustomEvent<{ paused: boolean }>) =>
        this.wish({ type: 'pause', on: detail.paused })}
      @call-needs-picture=${({ detail }: CustomEvent<{ needed: boolean }>) =>
        this.wish({ type: 'needs-picture', on: detail.needed })}
      @call-third=${() => this.wish({ type: 'object-to-guest' })}
      @call-leave=${() => this.wish({ type: 'leave' })}
      @call-in-person=${() => this.wish({ type: 'in-person' })}
      @call-other-camera=${() => this.wish({ type: 'other-camera' })}
      @call-device=${({ detail }: CustomEvent<DeviceChoice>) =>
        this.wish({ type: 'device', ...detail })}
      @call-restore=${() => this.wish({ type: 'restore' })}
    ></call-screen>`
  }

  #pass(type: 'microphone' | 'camera') {
    return ({ detail }: CustomEvent<{ on: boolean }>) => this.wish({ type, on: detail.on })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'page-call': PageCall
  }
}
