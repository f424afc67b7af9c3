/** For tests: an SMS gateway over HTTP that sends nothing on. */
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

export interface TakenSms {
  readonly body: unknown
  readonly authorization: string | undefined
  readonly key: string | string[] | undefined
}

/** `answer` gives the status for the nth SMS, from 1 on. */
export async function openSmsSink(answer: (nth: number) => number = () => 200) {
  const taken: TakenSms[] = []
  const take = async (request: IncomingMessage): Promise<number> => {
    const body: unknown = JSON.parse(await text(request))
    const { authorization, 'idempotency-key': key } = request.headers
    taken.push({ body, authorization, key })
    return answer(taken.length)
  }
  const server = createServer((request, reply) => {
    void take(request).then((status) => reply.writeHead(status, { location: '/elsewhere' }).end())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/send`,
    taken: taken as readonly TakenSms[],
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
