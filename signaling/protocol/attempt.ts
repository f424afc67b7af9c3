/** The highest number of an attempt. A call, or a guest's connection, that needs more of them has no network. */
export const maxAttempt = 10_000
