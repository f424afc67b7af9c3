/** Gives an error its code; simple-peer never asks for more. */
module.exports = (error, code) => Object.assign(error, { code })
