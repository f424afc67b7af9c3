/** Reads the links that the demo prints for its visitors. */
export interface DemoLinks {
  readonly physicians: readonly string[]
  readonly planner: string
  readonly workers: readonly string[]
}

export function readLinks(printed: string): DemoLinks {
  const links = [...printed.matchAll(/http:\/\/localhost:\d+\/(desk|office|worker)\/\S*#\S+/g)]
  const of = (entry: string) => links.filter((link) => link[1] === entry).map((link) => link[0])
  const [planner] = of('office')
  if (planner === undefined) throw new Error(`the demo printed no link for the planner: ${printed}`)
  return { physicians: of('desk'), planner, workers: of('worker') }
}
