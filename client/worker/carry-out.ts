/** From what a screen says the person wishes to what the visit does. */
import type { Visit } from './visit.ts'
import type { VisitWish } from './worker-page.ts'

/** `askInPerson` opens the one question that this page asks. */
export function carryOut(wish: VisitWish, visit: Visit, askInPerson: () => void): void {
  switch (wish.type) {
    case 'enter':
      void visit.enter()
      break
    case 'test-devices':
      void visit.testDevices()
      break
    case 'turn-on':
      void visit.turnOn(wish.camera)
      break
    case 'answer':
      void visit.answer(wish.camera)
      break
    case 'rejoin':
      void visit.returnToCall()
      break
    case 'retry':
      void visit.load()
      break
    case 'refresh':
      visit.refresh()
      break
    case 'restore':
      void visit.restoreDevice()
      break
    case 'other-camera':
      void visit.otherCamera()
      break
    case 'device':
      void visit.chooseDevice(wish)
      break
    case 'defer':
      visit.defer()
      break
    case 'leave':
      visit.leave()
      break
    case 'take-over':
      visit.takeOver()
      break
    case 'play-ring':
      visit.playRingSample()
      break
    case 'ring-shown':
      visit.ringShown()
      break
    case 'microphone':
      visit.setMicrophone(wish.on)
      break
    case 'camera':
      visit.setCamera(wish.on)
      break
    case 'pause':
      visit.setPaused(wish.on)
      break
    case 'object-to-guest':
      visit.objectToGuest()
      break
    case 'needs-picture':
      visit.setNeedsPicture(wish.on)
      break
    case 'in-person':
      askInPerson()
      break
    case 'load-page':
      location.reload()
      break
    default:
      wish satisfies never
  }
}
