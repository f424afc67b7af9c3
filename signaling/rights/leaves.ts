/** The fields of a JSON schema that hold a value, each with what holds it. */
export interface Leaf {
  readonly field: string
  /** The name of the object that has the field; of the outermost, what the caller calls it. */
  readonly holder: string
}

/** The part of a JSON schema that matters here. */
export interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
}

/** Yields a field once for each object that has it; a list is called as its entries are. */
export function* leavesOf(schema: Schema, holder: string): Generator<Leaf> {
  for (const part of [...(schema.anyOf ?? []), ...(schema.allOf ?? [])])
    yield* leavesOf(part, holder)
  if (schema.items !== undefined) yield* leavesOf(schema.items, holder)
  for (const [field, inner] of Object.entries(schema.properties ?? {})) {
    const below = [...leavesOf(inner, field)]
    if (below.length === 0) yield { field, holder }
    else yield* below
  }
}
