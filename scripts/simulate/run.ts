/** Run by `scripts/simulate.mjs`, once everything is installed. */
import { main } from './simulate.ts'

process.exitCode = await main(process.argv.slice(2))
