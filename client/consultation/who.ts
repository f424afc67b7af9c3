import type { ConsultationTexts } from '../i18n/consultation/en.ts'
import type { Third } from './third.ts'

/** As everyone sees them, always with their role. */
export function toWho(
  texts: ConsultationTexts,
  { name, role }: Pick<Third, 'name' | 'role'>,
): string {
  return role === null ? name : texts[`third.${role}`](name)
}
