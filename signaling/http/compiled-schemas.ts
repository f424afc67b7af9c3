/**
 * The code that schemas are compiled into: it checks what a request brings and writes what a reply says. Each schema is
 * compiled once, however many routes name it; those of replies when the first such reply is sent, not when the server
 * starts: half of the start went into them (measured), mostly for replies of another day.
 */
import serializerSelector from '@fastify/fast-json-stringify-compiler'
import { TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox'

const createCompiler = serializerSelector()

type Serializer = ReturnType<ReturnType<typeof createCompiler>>
type Validator = ReturnType<typeof TypeBoxValidatorCompiler>

const serializers = new WeakMap<object, Serializer>()

/** For Fastify's `schemaController.compilersFactory`. */
export const buildLazySerializer: typeof createCompiler = (schemas, options) => {
  const compile = createCompiler(schemas, options)
  return (route) => {
    const make = remember(serializers, route.schema, () => compile(route))
    return (reply) => make()(reply)
  }
}

/** A body is taken as it is; what an address holds is text, and is converted to what the schema wants. */
const bodyValidators = new WeakMap<object, Validator>()
const addressValidators = new WeakMap<object, Validator>()

/** Refuses what a schema does not name. */
export const compileValidator: typeof TypeBoxValidatorCompiler = (route) => {
  const known = route.httpPart === 'body' ? bodyValidators : addressValidators
  return remember(known, route.schema, () => TypeBoxValidatorCompiler(route))()
}

/** Returns what gives the compiled code, and compiles it when it is first asked for. */
function remember<Compiled>(
  known: WeakMap<object, Compiled>,
  schema: unknown,
  compile: () => Compiled,
): () => Compiled {
  const key = schema as object
  return () => {
    const compiled = known.get(key) ?? compile()
    known.set(key, compiled)
    return compiled
  }
}
