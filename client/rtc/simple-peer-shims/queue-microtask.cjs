module.exports = (run) => globalThis.queueMicrotask(run)
