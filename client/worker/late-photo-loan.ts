/** The camera for a photo, whose program is fetched with the first one. */
import type { PhotoCamera } from '../sharing/photo-camera.ts'
import type { PhotoLoanPorts } from './photo-loan.ts'

export function createLatePhotoLoan(ports: PhotoLoanPorts): PhotoCamera {
  let loan: PhotoCamera | null = null
  return {
    async lend() {
      // What cannot be fetched now is no camera; the next one who asks tries again.
      const program = await import('./photo-loan.ts').catch(() => null)
      if (program === null) return null
      loan ??= program.createPhotoLoan(ports)
      return loan.lend()
    },
    takeBack: async () => loan?.takeBack(),
  }
}
