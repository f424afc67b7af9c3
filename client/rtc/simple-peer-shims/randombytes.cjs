/** simple-peer names its data channel with these; it asks for nothing but the hexadecimal form. */
module.exports = (size) => {
  const bytes = crypto.getRandomValues(new Uint8Array(size))
  return {
    toString: () => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(''),
  }
}
