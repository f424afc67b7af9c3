/** What the live side needs of a logger; Fastify's is one. Ids, words and sizes only: never what was said. */
export interface Log {
  debug(details: object, message: string): void
  info(details: object, message: string): void
  warn(details: object, message: string): void
  error(details: object, message: string): void
}
