/** Takes the README's picture from the demonstration: the desk in a call, and the worker's phone. `npx tsx scripts/picture.ts` */
import { fileURLToPath } from 'node:url'
import { createClosing, openScene, ring } from './journey/scene.ts'
import { workerActs } from './journey/acts.ts'
import { startVisite } from './journey/visite-process.ts'

const target = fileURLToPath(new URL('../docs/running-call.png', import.meta.url))
const closing = createClosing()
try {
  const visite = await startVisite({ program: 'demo' })
  closing.later(() => visite.close())
  const scene = await openScene(visite, closing)
  await ring(scene)
  await workerActs.answers(scene.worker.page)
  // Until the first sentence about the secure call has gone.
  await scene.physician.page.waitForTimeout(7000)
  const [desk, phone] = await Promise.all(
    [scene.physician, scene.worker].map(async ({ page }) =>
      (await page.screenshot()).toString('base64'),
    ),
  )
  const sheet = await scene.browsers.physician.newPage({ viewport: { width: 1500, height: 640 } })
  await sheet.setContent(`<style>
    body { margin: 0; display: flex; gap: 24px; align-items: center; justify-content: center; height: 100vh; background: #e9ecec }
    img { height: 560px; border-radius: 14px; box-shadow: 0 0 0 1px #717d83 }
  </style><img src="data:image/png;base64,${desk}"><img src="data:image/png;base64,${phone}">`)
  await sheet.screenshot({ path: target })
} finally {
  await closing.now()
}
