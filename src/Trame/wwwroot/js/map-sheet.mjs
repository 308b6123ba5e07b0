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
  return { L, leaflet, bar, ground }
}

// Each commune says its name to a pointer; to a keyboard, the list and the marks say it. A click goes on to the map: it may be choosing a point.
function named(feature, layer) {
  layer.bindTooltip(feature.properties.nom, { className: 'commune-name', direction: 'center', sticky: true })
}
