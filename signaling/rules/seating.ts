/** Who sits where, and among which slots each may be moved. Slots and people are told apart as objects. */
export function createSeating<Slot extends object, Person extends object>() {
  const holders = new Map<Slot, Person>()
  const choices = new Map<Person, readonly Slot[]>()

  /** An augmenting path of a bipartite matching (Kuhn 1955): a free slot, or one whose holder finds another. */
  const find = (person: Person, tried: Set<Slot>): boolean => {
    const own = choices.get(person) ?? []
    const free = own.find((slot) => !holders.has(slot))
    if (free !== undefined) {
      holders.set(free, person)
      return true
    }
    for (const slot of own) {
      if (tried.has(slot)) continue
      tried.add(slot)
      const holder = holders.get(slot)
      if (holder !== undefined && find(holder, tried)) {
        holders.set(slot, person)
        return true
      }
    }
    return false
  }

  return {
    holderOf: (slot: Slot): Person | undefined => holders.get(slot),
    /** Returns whether there was room; once seated, a person stays among these slots. */
    seat(person: Person, among: readonly Slot[]): boolean {
      choices.set(person, among)
      return find(person, new Set())
    },
  }
}
