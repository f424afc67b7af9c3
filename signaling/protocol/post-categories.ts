/** Apart from their schema: the office's page names them, and would fetch all that schemas are made of with it. */

/** The posts that the Code puts under health surveillance (art. I.4-1). */
export const postCategories = ['safety-post', 'vigilance-post', 'defined-risk'] as const
export type PostCategory = (typeof postCategories)[number]
