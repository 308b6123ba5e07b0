import sheet from '../map-sheet.mjs'

/** A map that fills the fields of a point: touch it, or move it with the arrows and take its centre. The fields stay, for those who know the numbers. */
export default function point(root) {
  const { latitude, longitude, instead, centre, chosen, failed } = root.dataset
  const fields = [latitude, longitude].filter(Boolean).map((id) => document.getElementById(id))
  if (fields.includes(null)) throw new Error('point needs the ids of its fields')
  root.hidden = false
  const [button, hint] = root.children
  hint.hidden = true
  button.addEventListener('click', open)

  async function open() {
    await Promise.all(['../../lib/leaflet.css', '../../css/map.css'].map(dress))
    const box = document.createElement('div')
    const laid = await sheet(root, (ground, bar) => {
      box.append(ground, bar)
      button.before(box)
    })
    hint.hidden = false
    if (!laid) return void (hint.textContent = failed)
    button.remove()
    const { L, leaflet, bar, ground } = laid
    ground.classList.add('island-map--aimed')
    const said = Object.assign(document.createElement('p'), { className: 'map-bar__here' })
    said.setAttribute('role', 'status')
    const take = Object.assign(document.createElement('button'), { type: 'button', className: 'button button--secondary', textContent: centre })
    bar.append(take, said)
    let mark = null

    const show = (at) => {
      mark?.remove()
      mark = at && L.marker(at, { icon: L.divIcon({ className: 'mark mark--one', html: '<span class="mark__dot"></span>', iconSize: [44, 44] }), interactive: false, keyboard: false }).addTo(leaflet)
      if (at) said.textContent = chosen.replace('{0}', at.map((n) => n.toFixed(5)).join(' ; '))
    }
    const choose = ({ lat, lng }) => {
      const at = [Number(lat.toFixed(5)), Number(leaflet.wrapLatLng([lat, lng]).lng.toFixed(5))]
      if (fields.length > 1) fields.forEach((field, i) => (field.value = at[i].toFixed(5)))
      else fields[0].value = at.map((n) => n.toFixed(5)).join(',')
      if (instead && document.getElementById(instead)) document.getElementById(instead).value = ''
      show(at)
      fields[0].dispatchEvent(new Event('change', { bubbles: true }))
    }
    const known = () => {
      const numbers = (fields.length > 1 ? fields.map((f) => f.value.replace(',', '.')) : fields[0].value.split(',')).map((n) => (n.trim() ? Number(n) : NaN))
      return numbers.length === 2 && Math.abs(numbers[0]) <= 90 && Math.abs(numbers[1]) <= 180 ? numbers : null
    }

    leaflet.on('click', (event) => choose(event.latlng))
    take.addEventListener('click', () => choose(leaflet.getCenter()))
    ground.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter') return
      event.preventDefault() // a form is not sent by choosing a point
      choose(leaflet.getCenter())
    })
    for (const field of fields) field.addEventListener('input', () => show(known()))
    if (known()) {
      leaflet.setView(known(), 14)
      show(known())
    }
    ground.focus()
  }
}

// The page did not need these sheets until now.
function dress(href) {
  const sheetHref = new URL(href, import.meta.url).href
  if ([...document.styleSheets].some((s) => s.href?.split('?')[0] === sheetHref)) return
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: sheetHref })
  return new Promise((done) => {
    link.onload = link.onerror = done
    document.head.append(link)
  })
}
