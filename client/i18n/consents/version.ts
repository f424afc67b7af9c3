/**
 * Which text a worker read: raised with every change of a sentence, in any language. A declaration is about the sentence that
 * was read, and a test knows each version by its hash.
 */
export const consentTextVersion = '2026-11.2'
