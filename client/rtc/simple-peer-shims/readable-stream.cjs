/**
 * simple-peer is written for Node: its seven dependencies bring 70 kB of streams, buffers and polyfills into a browser.
 * The files in this folder stand in for them (`resolve.alias` in vite.config.ts) with exactly what simple-peer 9.11.1
 * touches; its own code is unchanged. They must be CommonJS: `require()` of an ES module would give a namespace object.
 *
 * A duplex stream without queues: enough for `send` and `on('data')`. Nothing may be piped through it.
 */
class Emitter {
  #listeners = new Map()

  on(name, listener) {
    this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), listener])
    return this
  }

  once(name, listener) {
    const once = (...values) => {
      this.removeListener(name, once)
      listener.apply(this, values)
    }
    once.listener = listener
    return this.on(name, once)
  }

  removeListener(name, listener) {
    const isOther = (known) => known !== listener && known.listener !== listener
    this.#listeners.set(name, (this.#listeners.get(name) ?? []).filter(isOther))
    return this
  }

  emit(name, ...values) {
    const listeners = this.#listeners.get(name) ?? []
    if (name === 'error' && listeners.length === 0) throw values[0]
    for (const listener of listeners) listener.apply(this, values)
    return listeners.length > 0
  }
}

class Duplex extends Emitter {
  readable = true
  writable = true
  _readableState = { ended: false }
  _writableState = { finished: false }

  push(chunk) {
    if (chunk !== null) {
      this.emit('data', chunk)
    } else if (!this._readableState.ended) {
      this._readableState.ended = true
      this.emit('end')
    }
    return chunk !== null
  }

  end() {
    if (!this._writableState.finished) {
      this._writableState.finished = true
      queueMicrotask(() => this.emit('finish'))
    }
    return this
  }
}

module.exports = { Duplex }
