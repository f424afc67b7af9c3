/** An appointment dragged from one slot to another. The menu does the same without a mouse (WCAG 2.2, 2.5.7). */
import type { Id } from '../../../signaling/protocol/primitives.ts'

/** Told to nobody outside: other programs see an unknown type. */
const type = 'application/x-visite-appointment'
const over = 'drop-here'

export function carry(event: DragEvent, appointment: { readonly id: Id }): void {
  if (event.dataTransfer === null) return
  event.dataTransfer.setData(type, appointment.id)
  event.dataTransfer.effectAllowed = 'move'
}

/** What is carried cannot be read before it is dropped; of what kind it is can. */
export function invite(event: DragEvent): void {
  if (event.dataTransfer?.types.includes(type) !== true) return
  event.preventDefault()
  event.dataTransfer.dropEffect = 'move'
  if (event.currentTarget instanceof Element) event.currentTarget.classList.add(over)
}

export function leave({ currentTarget, relatedTarget }: DragEvent): void {
  if (!(currentTarget instanceof Element)) return
  const inside = relatedTarget instanceof Node && currentTarget.contains(relatedTarget)
  if (!inside) currentTarget.classList.remove(over)
}

export function receive(event: DragEvent, take: (appointmentId: Id) => void): void {
  const id = event.dataTransfer?.getData(type) ?? ''
  if (event.currentTarget instanceof Element) event.currentTarget.classList.remove(over)
  if (id === '') return
  event.preventDefault()
  take(id)
}
