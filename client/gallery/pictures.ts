/** Drawn people instead of cameras: a moving picture without a device. */

/** Returns a stream of a simple figure, in the shape asked for. */
export function drawnStream(width: number, height: number, clothes: string): MediaStream {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const draw = () => drawPerson(canvas, clothes)
  draw()
  // A canvas that is never drawn on again sends no frame to who comes later.
  setInterval(draw, 200)
  return canvas.captureStream(5)
}

function drawPerson(canvas: HTMLCanvasElement, clothes: string): void {
  const context = canvas.getContext('2d')
  if (context === null) return
  const { width, height } = canvas
  const unit = Math.min(width, height)
  context.fillStyle = '#5e7a78'
  context.fillRect(0, 0, width, height)
  context.fillStyle = clothes
  context.beginPath()
  context.ellipse(width / 2, height, unit * 0.36, unit * 0.34, 0, 0, Math.PI * 2)
  context.fill()
  context.fillStyle = '#c9a48b'
  context.beginPath()
  context.arc(width / 2, height - unit * 0.48, unit * 0.17, 0, Math.PI * 2)
  context.fill()
}
