import sheet from '../map-sheet.mjs'

/**
 * The map that moves, in place of the drawing. Points are gathered by the server for each zoom, far enough from each other for a finger.
 * Marks take the keyboard; what one of them holds is told below the map; the list beside follows what is in sight, and stays the way for those who do not use maps.
 */
export default async function map(root) {
  const { points, search, list: listHref, several, all, failed } = root.dataset
  if (!points) throw new Error('map needs data-points')
  const laid = await sheet(root, (ground, bar) => {
    root.querySelector('svg.map')?.replaceWith(ground)
    ground.after(bar)
  })
  if (!laid) return
  const { L, leaflet, bar, write } = laid
  const here = document.createElement('div')
  here.className = 'map-bar__here'
  here.setAttribute('role', 'status')
  const whole = document.createElement('p') // the way to the list of a mark that holds many: the keyboard stays on the map, closer
  whole.className = 'map-bar__whole'
  bar.append(here, whole)
  const marks = L.layerGroup().addTo(leaflet)
  const list = document.getElementById('liste')
  const order = new Map([...(list?.children ?? [])].map((card, place) => [card, place]))
  let asked = 0

  const show = async () => {
    const turn = ++asked
    const found = await fetch(`${points}?bbox=${leaflet.getBounds().toBBoxString()}&zoom=${leaflet.getZoom()}${search ? `&${search}` : ''}`).then((reply) => reply.ok ? reply.json() : null, () => null)
    if (turn !== asked) return // an older answer must not replace a newer one
    const held = document.activeElement?.classList.contains('mark') ? document.activeElement.title : null
    marks.clearLayers() // marks of another zoom would stand on each other
    if (!found) return void (here.textContent = failed)
    if (here.textContent === failed) here.replaceChildren()
    for (const one of found) marks.addLayer(mark(one))
    write(marks.getLayers().map((m) => m.getLatLng()))
    if (held) (marks.getLayers().find((m) => m.options.title === held)?.getElement() ?? leaflet.getContainer()).focus({ preventScroll: true })
    follow()
  }

  const mark = (found) => {
    const { count } = found
    const text = count === 1 ? found.items[0].name : several.replace('{0}', count)
    const dot = document.createElement('span')
    dot.className = 'mark__dot'
    if (count > 1) dot.textContent = count
    const icon = L.divIcon({ className: `mark mark--${count === 1 ? 'one' : count < 10 ? 'few' : count < 100 ? 'many' : 'crowd'}`, html: dot, iconSize: [44, 44] })
    const made = L.marker([found.latitude, found.longitude], { icon, title: text, keyboard: true })
    const choose = () => found.items ? tell(found, text) : enter(found)
    made.on('click', choose)
    made.on('add', () => { // a mark says it is a button: it answers to the keys of one
      made.getElement().setAttribute('aria-label', text)
      made.getElement().addEventListener('keydown', (event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return
        event.preventDefault()
        choose()
      })
    })
    return made
  }

  // What a mark holds, below the map: a window over it would hide the marks that are near.
  const tell = ({ count, items, latitude, longitude }, text) => {
    const links = document.createElement('ul')
    const add = (href, name) => links.appendChild(document.createElement('li')).append(Object.assign(document.createElement('a'), { href, textContent: name }))
    for (const item of items) add(item.href, item.name)
    if (count > items.length) add(`${listHref}?pres=${latitude.toFixed(5)},${longitude.toFixed(5)}&km=0.1`, all.replace('{0}', count))
    here.replaceChildren(...(count > 1 ? [Object.assign(document.createElement('p'), { textContent: text })] : []), links)
    whole.replaceChildren()
    links.querySelector('a').focus()
  }

  // A mark that holds many: closer to it, and the way to the list of what it holds.
  const enter = ({ count, bounds: [south, west, north, east] }) => {
    const box = L.latLngBounds([south, west], [north, east])
    const middle = box.getCenter()
    const km = Math.max(0.1, Math.ceil(middle.distanceTo(box.getNorthEast()) / 100) / 10)
    const link = Object.assign(document.createElement('a'), { href: `${listHref}?vue=carte&pres=${middle.lat.toFixed(5)},${middle.lng.toFixed(5)}&km=${km}${search ? `&${search}` : ''}`, textContent: all.replace('{0}', count) })
    here.replaceChildren()
    whole.replaceChildren(link)
    leaflet.fitBounds(box, { maxZoom: leaflet.getZoom() + 3 })
  }

  // The cards of what is in sight are marked and come first; nothing is hidden.
  const follow = () => {
    if (!list) return
    const bounds = leaflet.getBounds()
    const cards = [...list.children]
    for (const card of cards) {
      const { latitude, longitude } = card.dataset
      card.toggleAttribute('data-in-sight', latitude !== undefined && bounds.contains([Number(latitude), Number(longitude)]))
    }
    const held = document.activeElement
    list.append(...[...cards].sort((a, b) => b.hasAttribute('data-in-sight') - a.hasAttribute('data-in-sight') || order.get(a) - order.get(b)))
    if (list.contains(held)) held.focus({ preventScroll: true })
  }

  leaflet.on('moveend', show)
  await show()
}
