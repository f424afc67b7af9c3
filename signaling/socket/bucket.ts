/** A token bucket: allows bursts up to its capacity, and its rate in the long run. */
export interface Bucket {
  /** Whether there was enough; takes nothing when not. */
  take(amount: number): boolean
}

export function createBucket(
  budget: { readonly capacity: number; readonly perSecond: number },
  now: () => number,
): Bucket {
  let tokens = budget.capacity
  let filledAt = now()
  return {
    take(amount) {
      const at = now()
      tokens = Math.min(budget.capacity, tokens + ((at - filledAt) / 1000) * budget.perSecond)
      filledAt = at
      if (amount > tokens) return false
      tokens -= amount
      return true
    },
  }
}
