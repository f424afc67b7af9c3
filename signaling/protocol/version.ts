/** Raised by one when an older page could no longer talk to the server; the server accepts this one and the one before. */
export const protocolVersion = 1
