/** A certificate that the laboratory makes for itself; the browsers inside are told not to ask who signed it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from './command.ts'

export function makeCertificate(address: string) {
  const folder = mkdtempSync(join(tmpdir(), 'visite-certificate-'))
  const certFile = join(folder, 'cert.pem')
  const keyFile = join(folder, 'key.pem')
  const ofKind = 'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2'.split(' ')
  const to = ['-keyout', keyFile, '-out', certFile]
  const name = ['-subj', '/CN=visite-laboratory', '-addext', `subjectAltName=IP:${address}`]
  run(['openssl', ...ofKind, ...to, ...name])
  return { certFile, keyFile, remove: () => rmSync(folder, { recursive: true }) }
}
