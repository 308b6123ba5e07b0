/**
 * The map that moves, in place of the drawing. Contours first, no tiles unless the space chose a basemap; points gathered by the server for each zoom.
 * Marks take the keyboard; the list beside follows what is in sight, and stays the way for those who do not use maps.
 */
export default async function map(root) {
  const { points, contours, search, basemap, credit, several, label } = root.dataset
  if (!points || !contours) throw new Error('map needs data-points and data-contours')
  await import('../../lib/leaflet.js')
  const L = window.L
  const answer = await fetch(contours)
  if (!answer.ok) return // the drawing stays
  const shapes = await answer.json()
  const sheet = document.createElement('div')
  sheet.className = 'island-map'
  sheet.setAttribute('role', 'region')
  sheet.setAttribute('aria-label', label)
  root.querySelector('svg.map')?.replaceWith(sheet)
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
  const leaflet = L.map(sheet, { zoomAnimation: !calm, fadeAnimation: !calm, markerZoomAnimation: !calm, scrollWheelZoom: false, attributionControl: Boolean(basemap) })
  if (basemap) L.tileLayer(basemap, { attribution: credit }).addTo(leaflet)
  const cells = L.geoJSON(shapes, { interactive: false, style: { className: 'commune-cell' } }).addTo(leaflet)
  if (cells.getBounds().isValid()) leaflet.fitBounds(cells.getBounds())
  else leaflet.setView([46.6, 2.4], 6)
  const marks = L.layerGroup().addTo(leaflet)
  const list = document.getElementById('liste')
  let asked = 0

  const show = async () => {
    const turn = ++asked
    const reply = await fetch(`${points}?bbox=${leaflet.getBounds().toBBoxString()}&zoom=${leaflet.getZoom()}${search ? `&${search}` : ''}`)
    if (!reply.ok || turn !== asked) return // an older answer must not replace a newer one
    marks.clearLayers()
    for (const found of await reply.json()) marks.addLayer(mark(found))
    follow()
  }

  const mark = (found) => {
    const size = found.count === 1 ? 24 : Math.min(52, 28 + 4 * Math.log2(found.count))
    const text = found.count === 1 ? found.name : several.replace('{0}', found.count)
    const icon = L.divIcon({ className: `cluster${found.count === 1 ? ' cluster--one' : ''}`, html: found.count === 1 ? '' : String(found.count), iconSize: [size, size] })
    const made = L.marker([found.latitude, found.longitude], { icon, title: text, alt: text, keyboard: true })
    if (found.count > 1) return made.on('click', () => leaflet.fitBounds([[found.bounds[0], found.bounds[1]], [found.bounds[2], found.bounds[3]]], { maxZoom: leaflet.getZoom() + 3 }))
    const link = document.createElement('a')
    link.href = found.href
    link.textContent = found.name
    return made.bindPopup(link)
  }

  // The cards of what is in sight are marked; nothing is hidden.
  const follow = () => {
    if (!list) return
    const inSight = new Set(marks.getLayers().map((m) => m.options.title))
    for (const card of [...list.children]) card.toggleAttribute('data-in-sight', inSight.has(card.querySelector('a')?.textContent))
  }

  leaflet.on('moveend', show)
  await show()
}
