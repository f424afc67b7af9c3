/** The call of three as the guest sees it: the physician large, the worker as the third person. */
import { html } from 'lit'
import type { GuestStand } from '../../signaling/protocol/guest.ts'
import type { DockControl } from '../consultation/call-dock.ts'
import type { MoreItem } from '../consultation/call-more.ts'
import type { GuestLink } from '../consultation/guest-links.ts'
import { nothingYet, type Third } from '../consultation/third.ts'
import '../consultation/call-screen.ts'
import type { ConsultationTexts } from '../i18n/consultation/en.ts'
import type { GuestTexts } from '../i18n/guest/en.ts'
import type { DeviceChoice } from '../rtc/care-state.ts'
import type { GuestInside } from './guest-phase.ts'

const soundDock: readonly DockControl[] = ['mute', 'pause', 'text', 'more', 'leave']
const dock: readonly DockControl[] = ['mute', 'camera', 'pause', 'text', 'more', 'leave']
const more: readonly MoreItem[] = ['needs-picture', 'devices', 'move-self', 'help']

type Admitted = Extract<GuestStand, { phase: 'admitted' }>

export function renderGuestCall(
  { seat, live, state, stream }: GuestInside,
  { physicianIn, workerIn }: Admitted,
  texts: ConsultationTexts | null,
  guestTexts: GuestTexts,
  leave: () => void,
) {
  const linkTo = (end: GuestLink['with']) => state.links.find((link) => link.with === end)
  const physician = linkTo('physician')
  const hasPicture = stream.getVideoTracks().length > 0
  return html`<call-screen
    class="guest-call"
    saysQuality
    .texts=${texts}
    .call=${physician?.call ?? { phase: 'none' }}
    .local=${state.local}
    .remote=${physician?.remote ?? nothingYet}
    .quality=${physician?.quality ?? null}
    .ownStream=${hasPicture ? stream : null}
    .otherIn=${physicianIn}
    .otherName=${seat.physicianName}
    .note=${seat.service.name}
    .dock=${hasPicture ? dock : soundDock}
    .more=${more}
    .care=${state.care}
    .mutedTalk=${state.voice === 'muted-talk'}
    .context=${live.soundContext()}
    .sharing=${live.sharing}
    .otherPhone=${seat.service.phone}
    .third=${toWorker(guestTexts, linkTo('worker'), workerIn)}
    helpPhone=${seat.service.phone}
    @call-microphone=${({ detail }: CustomEvent<{ on: boolean }>) => live.setMicrophone(detail.on)}
    @call-camera=${({ detail }: CustomEvent<{ on: boolean }>) => live.setCamera(detail.on)}
    @call-pause=${({ detail }: CustomEvent<{ paused: boolean }>) => live.setPaused(detail.paused)}
    @call-needs-picture=${({ detail }: CustomEvent<{ needed: boolean }>) =>
      live.setNeedsPicture(detail.needed)}
    @call-device=${({ detail }: CustomEvent<DeviceChoice>) => live.chooseDevice(detail)}
    @call-restore=${() => live.restoreDevices()}
    @call-leave=${leave}
  ></call-screen>`
}

function toWorker(texts: GuestTexts, link: GuestLink | undefined, here: boolean): Third {
  return {
    name: texts['call.worker'],
    nameWithin: texts['call.worker-within'],
    role: null,
    phase: 'admitted',
    here,
    remote: link?.remote ?? nothingYet,
    quality: link?.quality ?? null,
    acts: [],
  }
}
