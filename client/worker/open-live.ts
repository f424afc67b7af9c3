/** Opens the line to the server; its program, and the peer library behind it, are fetched only now. */
import type { Live } from '../consultation/live.ts'

export async function openLive(): Promise<Live> {
  const [{ createLive }, { loadPeer }] = await Promise.all([
    import('../consultation/create-live.ts'),
    import('../rtc/load-peer.ts'),
  ])
  const live = createLive({ participant: 'worker' })
  // While the person waits, so that answering does not. What fails now is tried again when the call opens.
  loadPeer().catch(() => {})
  return live
}
