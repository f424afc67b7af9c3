/** What a connection has received until now, from the few statistics that every browser has. */
export function countArrived(report: RTCStatsReport): { arrived: number; framesDecoded: number } {
  const counted = { arrived: 0, framesDecoded: 0 }
  report.forEach((stat: Record<string, unknown>) => {
    if (stat['type'] !== 'inbound-rtp') return
    counted.arrived += Number(stat['packetsReceived'] ?? 0)
    counted.framesDecoded += Number(stat['framesDecoded'] ?? 0)
  })
  return counted
}
