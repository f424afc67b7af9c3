/** Why the server could not start, as one line for the administrator. */
import type { Config } from './config.ts'
import { SecretsError } from './identity/secrets.ts'
import { StoreError } from './store/store-error.ts'

/** Returns null for what nobody foresaw: then the stack is the helpful thing. */
export function explainStartupFailure(
  error: unknown,
  { port, host, dataDir }: Pick<Config, 'port' | 'host' | 'dataDir'>,
): string | null {
  if (error instanceof StoreError || error instanceof SecretsError) return error.message
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return `Port ${port} is taken by another program: stop it, or set VISITE_PORT to a free one.`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `${host} is no address of this machine: set VISITE_HOST to one, or to 0.0.0.0 for all.`
    case 'EACCES':
      return isAboutListening(error)
        ? `Port ${port} is not allowed for this user: set VISITE_PORT to one from 1024 on.`
        : unwritable(dataDir)
    case 'EROFS':
    case 'EPERM':
    case 'ENOTDIR':
      return unwritable(dataDir)
    default:
      return null
  }
}

function unwritable(dataDir: string): string {
  return `${dataDir} cannot be written: give this user the folder, or set VISITE_DATA_DIR to another one.`
}

function isAboutListening(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error && error.syscall === 'listen'
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
