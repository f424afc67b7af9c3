/** The constructors of WebRTC, by the names that all supported browsers have had since 2017; null where there are none. */
const { RTCPeerConnection, RTCSessionDescription, RTCIceCandidate } = globalThis
module.exports = () =>
  RTCPeerConnection ? { RTCPeerConnection, RTCSessionDescription, RTCIceCandidate } : null
