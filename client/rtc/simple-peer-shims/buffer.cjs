/** simple-peer wraps binary messages of the data channel. */
module.exports = { Buffer: { from: (arrayBuffer) => new Uint8Array(arrayBuffer) } }
