/** Builds the eight pages and the server; runs the tests. `vite build --app` does both builds, into `dist/`. */
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { iconNames } from './client/ui/icon.ts'
import { compress } from './scripts/build/compress.ts'
import { iconSprite } from './scripts/build/icon-sprite.ts'
import { lightDom } from './scripts/build/light-dom.ts'
import { localizedPages } from './scripts/build/localized-pages.ts'
import { pdfData } from './scripts/build/pdf-data.ts'
import { quietPeer } from './scripts/build/quiet-peer.ts'
import { tightTemplates } from './scripts/build/tight-templates.ts'
import { weight } from './scripts/build/weight.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Stand-ins for what simple-peer expects of Node: a fifth of the bytes; the first of them tells more. */
const simplePeerShims = [
  'readable-stream',
  'randombytes',
  'buffer',
  'debug',
  'queue-microtask',
  'err-code',
  'get-browser-rtc',
]

/** What more than one page needs at once, Lit before all; and what the worker's first screen and the later ones share. */
const neededEarly =
  /node_modules\/(@lit|lit(?!\/directives)|lit-html(?!\/directive)|lit-element)\/|client\/ui\/(icon|link-token|tel-href|language-switch)|client\/i18n\/(format|locale)\.ts|client\/api\/(call-link|persevere|request|service)\.ts|client\/(worker|call\/timers|rtc\/(media|sound|device-care|voice-watch|browser-care)[^/]*|consultation\/(wake-lock|voice-facts)\.)|^\0/

/**
 * The live side of the worker's, the guest's and the physician's page: the line, the call, its quality, and the picture on
 * the screen. In one file it is 2 kB lighter than in nine (measured), and one request.
 */
const neededLive =
  /client\/(call\/(?!timers)|(connection|quality)\/)|client\/consultation\/(create-live|live-|server-news|hush|guest-door|video-tile|fit|level-meter|who|stage-covers|remote-picture|self-view|shared-parts|corner|duration|dock-button|quality-chip|call-(screen|said|banner|dock)|third\.|quality-words)|client\/rtc\/(standby|incoming|outgoing|path-sample|devices-note|first-picture|load-peer)|client\/sharing\/sharing-door|client\/i18n\/consultation\/load|signaling\/protocol/

const wholeServer = 'signaling/{http,refill,due-work,running-late,rights}/**/*.test.ts'

/** Fail on a machine that does something else besides. */
const inTime = [
  'scripts/faults/*.system.test.ts',
  'scripts/lab/*.browser.test.ts',
  'scripts/journey/pause.browser.test.ts',
]

export default defineConfig({
  root: here('client'),
  appType: 'mpa',
  plugins: [
    quietPeer(),
    lightDom(),
    tightTemplates(),
    iconSprite(iconNames),
    pdfData(),
    localizedPages(['worker', 'ask', 'guest', 'room', 'desk', 'office', 'employer', 'evaluation']),
    weight([
      {
        page: 'worker',
        firstPaintScript: 30_000,
        firstPaintFiles: 3,
        // Of it 22 kB come before the first screen; the rest is read while people wait.
        everything: 60_500,
        // Of it, 4 kB are the list of safety words, 2 kB what is agreed to, 1 kB signs for who one is, and 1.6 kB offer an earlier
        // moment.
        onDemand: 44_800,
        paper: 450_000,
      },
      {
        page: 'guest',
        firstPaintScript: 80_000,
        firstPaintFiles: 12,
        everything: 80_000,
        // With what a worker's page proves, which no guest fetches.
        onDemand: 32_000,
        paper: 450_000,
      },
      {
        page: 'desk',
        firstPaintScript: 90_000,
        firstPaintFiles: 12,
        everything: 90_000,
        // Of it, 9 kB check what itsme signed.
        onDemand: 45_000,
        paper: 450_000,
      },
      {
        page: 'ask',
        firstPaintScript: 30_000,
        firstPaintFiles: 3,
        everything: 40_000,
        onDemand: 0,
        paper: 0,
      },
      {
        page: 'office',
        firstPaintScript: 90_000,
        firstPaintFiles: 12,
        everything: 90_000,
        onDemand: 0,
        paper: 0,
      },
    ]),
    compress(),
  ],
  resolve: {
    alias: simplePeerShims.map((name) => ({
      find: new RegExp(`^${name}$`),
      replacement: here(`client/rtc/simple-peer-shims/${name}.cjs`),
    })),
  },
  builder: {},
  build: {
    // Nothing inline: the Content-Security-Policy allows our own files only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: ['chrome111', 'edge111', 'firefox128', 'safari16.4'],
    emptyOutDir: true,
  },
  environments: {
    client: {
      build: {
        outDir: here('dist/client'),
        rolldownOptions: {
          output: {
            codeSplitting: {
              // What every page needs at once travels as one file: on a phone a request costs more than 20 kB.
              groups: [
                { name: 'shared', test: neededEarly, minShareCount: 2, priority: 2 },
                { name: 'live', test: neededLive, minShareCount: 2, priority: 1 },
              ],
            },
          },
          input: {
            worker: here('client/worker/index.html'),
            ask: here('client/ask/index.html'),
            guest: here('client/guest/index.html'),
            room: here('client/room/index.html'),
            desk: here('client/desk/index.html'),
            office: here('client/office/index.html'),
            employer: here('client/employer/index.html'),
            evaluation: here('client/evaluation/index.html'),
          },
        },
      },
    },
    server: {
      consumer: 'server',
      build: {
        outDir: here('dist/server'),
        ssr: true,
        target: 'node20',
        copyPublicDir: false,
        rolldownOptions: {
          input: {
            main: here('signaling/main.ts'),
            demo: here('scripts/demo.ts'),
            visite: here('scripts/visite.ts'),
          },
        },
      },
    },
  },
  test: {
    root: here('.'),
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          // No module here keeps state of its own, so files may share them: a third of the time.
          isolate: false,
          // What is polled for is there within some milliseconds: all is in this process.
          expect: { poll: { interval: 5 } },
          include: ['{signaling,turn,scripts}/**/*.test.ts'],
          exclude: [
            wholeServer,
            '**/*.browser.test.ts',
            '**/*.system.test.ts',
            '**/node_modules/**',
          ],
        },
      },
      {
        test: {
          // Each opens the whole server, without a port: half of the time of all tests without a browser.
          name: 'server',
          environment: 'node',
          isolate: false,
          include: [wholeServer],
        },
      },
      {
        test: {
          // Real parts: processes, coturn, SMTP, a killed server. One file after another: the machine may be small.
          name: 'system',
          environment: 'node',
          include: ['{signaling,turn,scripts}/**/*.system.test.ts'],
          exclude: [...inTime, '**/node_modules/**'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          // What breaks and how soon it is whole again, and what must hold within 200 ms: so alone, before everything else.
          name: 'timed',
          environment: 'node',
          include: inTime,
          testTimeout: 180_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'browser',
          environment: 'node',
          include: ['scripts/**/*.browser.test.ts'],
          exclude: [...inTime, '**/node_modules/**'],
          testTimeout: 180_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          // Every screen drawn: nothing there is measured in time, so it may go on beside what is.
          name: 'gallery',
          environment: 'node',
          include: ['client/gallery/*.browser.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'page',
          // A DOM takes half a second to make: the few files that touch one name it in their first line.
          environment: 'node',
          isolate: false,
          exclude: ['**/*.browser.test.ts'],
          include: ['client/**/*.test.ts'],
        },
      },
    ],
  },
})
