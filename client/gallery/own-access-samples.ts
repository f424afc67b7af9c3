/** What somebody's own sign-in may look like: two passkeys, and three places. */
import type { OwnAccess } from '../../signaling/protocol/own-access.ts'
import type { OwnAccessApi } from '../api/own-access.ts'

const own: OwnAccess = {
  passkeys: [
    {
      id: 'cGFzc2tleS1vbmU',
      name: 'Firefox, Windows',
      madeAt: '2026-11-02T08:10:00.000Z',
      lastUsedAt: '2026-11-24T07:41:00.000Z',
    },
    {
      id: 'cGFzc2tleS10d28',
      name: 'Sleutelbos',
      madeAt: '2026-11-03T15:02:00.000Z',
      lastUsedAt: null,
    },
  ],
  logins: [
    {
      id: 'login-0000000000000001',
      here: true,
      device: 'firefox windows',
      method: 'passkey',
      since: '2026-11-24T07:41:00.000Z',
      lastUsedAt: '2026-11-24T08:30:00.000Z',
    },
    {
      id: 'login-0000000000000002',
      here: false,
      device: 'safari ios',
      method: 'oidc',
      since: '2026-11-24T06:55:00.000Z',
      lastUsedAt: '2026-11-24T07:05:00.000Z',
    },
    {
      id: 'login-0000000000000003',
      here: false,
      device: 'other other',
      method: 'link',
      since: '2026-11-23T21:14:00.000Z',
      lastUsedAt: '2026-11-24T06:20:00.000Z',
    },
  ],
}

const soon = () => Promise.resolve()

export const sampleOwnAccess: OwnAccessApi = {
  load: () => Promise.resolve(own),
  addPasskey: soon,
  renamePasskey: soon,
  removePasskey: soon,
  endLogin: soon,
  endOtherLogins: soon,
}
