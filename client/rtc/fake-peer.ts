/** For tests: a peer that does nothing but what the test gives it to do. */
import type { PeerHandle } from './load-peer.ts'

export function createFakePeer(parts: Partial<PeerHandle> = {}): PeerHandle {
  return {
    deliver() {},
    setTrack() {},
    shapePicture() {},
    holdPicture() {},
    refreshPicture() {},
    useIceServers() {},
    restart() {},
    statistics: async () => null,
    connection: () => null,
    sendText: () => true,
    close() {},
    ...parts,
  }
}
