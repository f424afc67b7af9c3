/**
 * The other person's picture in a small window above all others, while the physician writes elsewhere: a document of its
 * own where the browser has that (W3C Document Picture-in-Picture), else the browser's video window. Without sound: that
 * goes on in the page.
 */
import './floating.css'

export interface Floating {
  /** Follows the picture through attempts and pauses; null shows nothing. */
  show(stream: MediaStream | null): void
  close(): void
}

interface FloatingDocuments {
  requestWindow(size: { readonly width: number; readonly height: number }): Promise<Window>
}

/** Small enough to stand beside a form, large enough to read a face. */
const size = { width: 320, height: 240 }

/** Call it in a tap. Rejects when the browser does not want to. `closed` is called when the person closes the window. */
export async function floatPicture(video: HTMLVideoElement, closed: () => void): Promise<Floating> {
  const { documentPictureInPicture } = globalThis as {
    documentPictureInPicture?: FloatingDocuments
  }
  return documentPictureInPicture === undefined
    ? floatVideo(video, closed)
    : floatDocument(await documentPictureInPicture.requestWindow(size), video, closed)
}

function floatDocument(window: Window, video: HTMLVideoElement, closed: () => void): Floating {
  const { document: inside } = window
  inside.documentElement.lang = document.documentElement.lang
  inside.title = document.title
  for (const { href } of document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')) {
    inside.head.append(Object.assign(inside.createElement('link'), { rel: 'stylesheet', href }))
  }
  const picture = inside.createElement('video')
  picture.className = 'floating'
  picture.muted = true
  picture.autoplay = true
  picture.setAttribute('aria-label', video.getAttribute('aria-label') ?? '')
  picture.srcObject = video.srcObject
  inside.body.append(picture)
  window.addEventListener('pagehide', closed, { once: true })
  return {
    show(stream) {
      if (picture.srcObject !== stream) picture.srcObject = stream
    },
    close() {
      window.removeEventListener('pagehide', closed)
      picture.srcObject = null
      window.close()
    },
  }
}

async function floatVideo(video: HTMLVideoElement, closed: () => void): Promise<Floating> {
  await video.requestPictureInPicture()
  video.addEventListener('leavepictureinpicture', closed, { once: true })
  return {
    show() {}, // it is the page's own picture
    close() {
      video.removeEventListener('leavepictureinpicture', closed)
      if (document.pictureInPictureElement === video) void document.exitPictureInPicture()
    },
  }
}
