/**
 * A sheet that moves: contours of the communes, no tiles unless the space chose a basemap, and a bar below with the zoom, so that nothing covers the map.
 * Resolves to nothing when the contours cannot be had: what stood there stays.
 */
export default async function sheet(root, place) {
  const { contours, basemap, credit, label, zoomIn, zoomOut } = root.dataset
  await import('../lib/leaflet.js')
  const L = window.L
  const shapes = await fetch(contours).then((answer) => answer.ok ? answer.json() : null, () => null)
  if (!shapes) return
  const ground = document.createElement('div')
  ground.className = 'island-map'
  ground.setAttribute('role', 'region')
  ground.setAttribute('aria-label', label)
  const bar = document.createElement('div')
  bar.className = 'map-bar no-print'
  place(ground, bar)
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
  const leaflet = L.map(ground, { zoomAnimation: !calm, fadeAnimation: !calm, markerZoomAnimation: !calm, scrollWheelZoom: false, zoomControl: false, attributionControl: Boolean(basemap), maxZoom: 19 })
  if (basemap) L.tileLayer(basemap, { attribution: credit, maxZoom: 19 }).addTo(leaflet)
  const cells = L.geoJSON(shapes, { interactive: true, style: { className: `commune-cell${basemap ? ' commune-cell--over' : ''}` }, onEachFeature: named }).addTo(leaflet)
  if (cells.getBounds().isValid()) leaflet.fitBounds(cells.getBounds())
  else leaflet.setView([46.6, 2.4], 6)

  const write = names(L, leaflet, cells)
  leaflet.on('zoomstart', () => write.clear())
  leaflet.on('moveend', () => write())
  write()

  const zoom = document.createElement('div')
  zoom.className = 'map-bar__zoom'
  const buttons = [['+', zoomIn, 1], ['−', zoomOut, -1]].map(([sign, name, step]) => {
    const button = document.createElement('button')
    Object.assign(button, { type: 'button', className: 'button button--secondary', textContent: sign, title: name })
    button.setAttribute('aria-label', name)
    button.addEventListener('click', () => leaflet.setZoom(leaflet.getZoom() + step))
    return button
  })
  zoom.append(...buttons)
  bar.append(zoom)
  return { L, leaflet, bar, ground, write }
}

// The names that have room at this zoom: none over another, none over a mark; a line below, then above, where the middle is taken.
function names(L, leaflet, cells) {
  const [letter, line, mark] = [6.6, 9, 22]
  leaflet.createPane('names').classList.add('commune-names')
  const layer = L.layerGroup().addTo(leaflet)
  let marks = []
  const write = (occupied = marks) => {
    marks = occupied
    layer.clearLayers()
    const taken = marks.map((at) => around(leaflet.latLngToContainerPoint(at), mark, mark))
    const { x: width, y: height } = leaflet.getSize()
    cells.eachLayer((cell) => {
      const { nom } = cell.feature.properties
      const middle = leaflet.latLngToContainerPoint(cell.getBounds().getCenter())
      for (const step of [0, mark + line, -mark - line]) {
        const at = middle.add([0, step])
        const box = around(at, nom.length * letter / 2, line)
        if (box[0] < 0 || box[1] < 0 || box[2] > width || box[3] > height || taken.some((other) => meet(box, other))) continue
        taken.push(box)
        const html = Object.assign(document.createElement('span'), { textContent: nom })
        html.setAttribute('aria-hidden', 'true') // the list and the table say them
        L.marker(leaflet.containerPointToLatLng(at), { icon: L.divIcon({ className: 'commune-names__one', html, iconSize: [0, 0] }), pane: 'names', interactive: false, keyboard: false }).addTo(layer)
        return
      }
    })
  }
  write.clear = () => layer.clearLayers()
  return write
}

const around = ({ x, y }, w, h) => [x - w, y - h, x + w, y + h]
const meet = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]

// Each commune says its name to a pointer; to a keyboard, the list and the marks say it. A click goes on to the map: it may be choosing a point.
function named(feature, layer) {
  layer.bindTooltip(feature.properties.nom, { className: 'commune-name', direction: 'center', sticky: true })
}
