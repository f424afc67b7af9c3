/** Gives an error its code; simple-peer never asks for more. Defined, not set: a DOMException has a `code` that it only reads. */
module.exports = (error, code) => Object.defineProperty(error, 'code', { value: code })
