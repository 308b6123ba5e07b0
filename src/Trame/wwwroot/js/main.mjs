/** Starts the islands: small functions on HTML that already works. data-island="name" runs islands/name.mjs on that element. */
const started = new WeakSet()

async function start(root) {
  const marked = [...root.querySelectorAll('[data-island]')]
  if (root.matches?.('[data-island]')) marked.unshift(root)
  for (const element of marked) {
    if (started.has(element)) continue
    started.add(element)
    for (const name of element.dataset.island.split(' ')) {
      const island = await import(`./islands/${name}.mjs`)
      island.default(element)
    }
  }
}

await start(document.body)
// What htmx brings in later starts the same way.
document.addEventListener('htmx:load', (event) => start(event.detail.elt))
