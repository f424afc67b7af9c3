// @ts-check
const needed = [20, 19]

/** Throws one sentence when this Node is older than Visite needs. */
export function refuseOldNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [neededMajor = 0, neededMinor = 0] = needed
  if (major > neededMajor || (major === neededMajor && minor >= neededMinor)) return
  throw new Error(
    `Visite needs Node ${needed.join('.')} or newer; this is Node ${version}. Install a current version from https://nodejs.org.`,
  )
}
