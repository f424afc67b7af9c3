import { Task, TaskStatus } from '@lit/task'
import { html, nothing, type ReactiveControllerHost } from 'lit'
import { reportUnexpected } from './command.ts'
import { renderFailure } from './failure.ts'
import type { Texts } from '../texts.ts'

type Host = ReactiveControllerHost & EventTarget

/** Fetches again whenever an argument changes; an answer to older arguments is dropped. */
export function createLoad<Args extends readonly unknown[], Value>(
  host: Host,
  fetchValue: (args: Args, signal: AbortSignal) => Promise<Value>,
  args: () => readonly [...Args],
): Task<Args, Value> {
  return new Task<Args, Value>(host, {
    task: (values, { signal }) => fetchValue(values, signal),
    args: args as unknown as () => Args,
    onError: (error) => reportUnexpected(error, host),
  })
}

/** All states of a load. While it is fetched again the old value stays, unless `isCurrent` says that it is of elsewhere. */
export function renderLoad<Args extends readonly unknown[], Value>(
  load: Task<Args, Value>,
  texts: Texts,
  complete: (value: Value) => unknown,
  isCurrent: (value: Value) => boolean = () => true,
) {
  if (load.status === TaskStatus.ERROR)
    return renderFailure(texts, load.error, () => void load.run())
  const { value } = load
  if (value !== undefined && isCurrent(value)) return complete(value)
  return load.status === TaskStatus.INITIAL
    ? nothing
    : html`<p class="loading muted" role="status">${texts['common.loading']}</p>`
}
