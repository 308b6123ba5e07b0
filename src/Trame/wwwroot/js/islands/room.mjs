/**
 * A room that moves: counts come by server-sent events and are written where the page already shows them; when more than counts changed, the part of the page that
 * shows it is asked again. Without this script the same page is read again by its link.
 */
export default function room(root) {
  const status = root.querySelector('[data-room-status]')
  let shape = Number(root.querySelector('[data-room-axis]')?.dataset.shape ?? 0)
  let asking = null

  const refresh = async () => {
    const answer = await fetch(root.dataset.now, { headers: { 'X-Requested-With': 'fetch' } })
    if (!answer.ok) return
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    for (const held of root.querySelectorAll('[data-room-part]')) {
      if (held.contains(document.activeElement) && document.activeElement.matches('textarea, input')) { asking ??= setTimeout(later, 2000); continue } // somebody is writing there
      const fresh = page.querySelector(`[data-room-part="${held.dataset.roomPart}"]`)
      if (fresh) held.replaceChildren(...fresh.childNodes)
    }
    shape = Number(root.querySelector('[data-room-axis]')?.dataset.shape ?? shape)
  }
  const later = () => { asking = null; refresh() }
  // Three hundred phones do not ask at the same instant.
  const soon = () => { asking ??= setTimeout(later, root.closest('.wall') ? 50 : 100 + Math.random() * 900) }

  const stream = new EventSource(root.dataset.stream)
  stream.addEventListener('open', () => { if (status?.textContent === root.dataset.lost) status.textContent = '' })
  stream.addEventListener('error', () => { if (status) status.textContent = root.dataset.lost })
  stream.addEventListener('tally', (event) => {
    const tally = JSON.parse(event.data)
    if (tally.shape !== shape) soon()
    show(root, tally)
  })
  addEventListener('pagehide', () => stream.close())

  root.querySelector('[data-room-move]')?.addEventListener('submit', (event) => move(event, root, status))
}

async function move(event, root, status) {
  const form = event.currentTarget
  event.preventDefault()
  const body = new URLSearchParams(new FormData(form))
  if (event.submitter?.name) body.set(event.submitter.name, event.submitter.value)
  const answer = await fetch(form.action, { method: 'POST', body, headers: { Accept: 'application/json' } })
  if (!answer.ok || !answer.headers.get('content-type')?.includes('json')) { form.submit(); return } // the page says why, beside the question
  const first = !form.querySelector('#Cause')
  for (const button of form.querySelectorAll('[aria-pressed]')) button.setAttribute('aria-pressed', String(button === event.submitter))
  if (status) status.textContent = root.dataset.sent
  if (first) location.reload() // the question « what moved you » appears once one stands somewhere
}

function show(root, tally) {
  for (const [name, value] of [['people', tally.people], ['hall', tally.hall], ['moved', tally.moved], ['doubt', tally.zones[5]]]) {
    for (const place of root.querySelectorAll(`[data-room="${name}"]`)) place.textContent = value
  }
  for (const cell of root.querySelectorAll('[data-room-zone]')) cell.textContent = tally.zones[Number(cell.dataset.roomZone)]
  for (const cell of root.querySelectorAll('[data-room-cause]')) cell.textContent = tally.causes[cell.dataset.roomCause] ?? 0
  const axis = root.querySelector('[data-room-axis]')
  if (!axis) return
  const columns = axis.dataset.columns === 'zones' ? tally.zones.slice(0, 5) : tally.bins
  const [perDot, across] = [Number(axis.dataset.perDot), Number(axis.dataset.across)]
  for (const column of axis.querySelectorAll('[data-room-column]')) {
    const dots = Math.ceil(columns[Number(column.dataset.roomColumn)] / perDot)
    const [whole, rest] = column.children
    whole.setAttribute('height', 13 * Math.floor(dots / across))
    whole.setAttribute('y', 182 - 13 * Math.floor(dots / across))
    rest.setAttribute('width', 13 * (dots % across))
    rest.setAttribute('y', 169 - 13 * Math.floor(dots / across))
  }
}
