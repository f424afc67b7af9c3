/**
 * Replies are serialised by their schemas, which takes compiled code for each. It is compiled when the first such reply is
 * sent, not when the server starts: half of the start went into it (measured), mostly for replies of another day.
 */
import serializerSelector from '@fastify/fast-json-stringify-compiler'

const createCompiler = serializerSelector()

/** For Fastify's `schemaController.compilersFactory`. */
export const buildLazySerializer: typeof createCompiler = (schemas, options) => {
  const compile = createCompiler(schemas, options)
  return (route) => {
    let serialize: ReturnType<typeof compile> | null = null
    return (reply) => {
      serialize ??= compile(route)
      return serialize(reply)
    }
  }
}
