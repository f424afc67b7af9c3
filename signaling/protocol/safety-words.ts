/** How the two people's comparison of the safety words ended, without the words. */
import * as Type from 'typebox'
import { Id, strict } from './primitives.ts'

export const ComparedWords = strict({
  callId: Id,
  result: Type.Union([
    Type.Literal('same'),
    /** The physician says so. Sound and picture were stopped. */
    Type.Literal('different'),
    /** The worker, or one of the two pages, found that something is wrong. Sound and picture were stopped. */
    Type.Literal('stopped'),
  ]),
})
export type ComparedWords = Type.Static<typeof ComparedWords>
