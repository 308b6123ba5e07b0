/**
 * The desk of a citizen day, without a network for hours: each gesture is kept on this machine first, shown at once, and sent when it can be; sent twice, it counts once.
 * A note is { id, here } for people who were expected, { id, names, site, quarter } for people who were not; its id is theirs.
 */
export default function dayDesk(desk) {
  const { store, post, waiting, sent, here, refused, worker, scope } = desk.dataset
  const arrivals = desk.querySelector('[data-arrivals]'), walkIn = desk.querySelector('[data-walk-in]'), state = desk.querySelector('[data-state]')
  const search = desk.querySelector('[data-search]'), nobody = desk.querySelector('[data-nobody]'), came = desk.querySelector('[data-came]')
  if (!arrivals || !walkIn || !state || !search) throw new Error('day-desk needs its forms, its search and its state')
  const token = arrivals.querySelector('input[type=hidden]')
  const read = () => JSON.parse(localStorage.getItem(store) ?? '[]')
  const keep = (notes) => { localStorage.setItem(store, JSON.stringify(notes)); say(notes.length) }
  const say = (count, more = '') => { state.textContent = `${count > 0 ? waiting.replace('{0}', count) : sent}${more}` }
  const plain = (words) => words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  let sending = false

  const note = (one) => { keep([...read().filter((other) => other.id !== one.id), one]); send() }

  async function send() {
    const notes = read()
    if (sending || notes.length === 0) return
    sending = true
    try {
      const body = new URLSearchParams({ [token.name]: token.value, Notes: JSON.stringify(notes.slice(0, 200)) })
      const answer = await fetch(post, { method: 'POST', body, headers: { Accept: 'application/json' } })
      if (!answer.ok || !answer.headers.get('Content-Type')?.includes('json')) { say(notes.length); return } // signed out, or the server restarts: kept, tried again
      const told = await answer.json()
      const known = new Map(told.notes.map((n) => [n.id, n]))
      keep(read().filter((n) => !known.has(n.id) || JSON.stringify(n) !== JSON.stringify(notes.find((s) => s.id === n.id)))) // what was noted meanwhile stays
      const wrong = told.notes.filter((n) => !n.taken)
      if (wrong.length > 0) say(read().length, ` ${refused} ${wrong.map((n) => n.said).join(' ')}`)
      show(told)
    } catch {
      say(notes.length) // no network: kept, tried again
    } finally {
      sending = false
    }
  }

  function show(told) {
    for (const row of desk.querySelectorAll('[data-site]')) {
      const hands = told.hands[row.dataset.site]
      if (!hands) continue
      const cell = row.querySelector('[data-hands-came]')
      row.querySelector('[data-hands-placed]').textContent = hands[0]
      cell.textContent = hands[1]
      cell.classList.toggle('late', hands[1] < Number(cell.dataset.least))
    }
    for (const [id, all] of Object.entries(told.came)) if (all.every(Boolean)) arrived(desk.querySelector(`[data-id="${CSS.escape(id)}"]`))
    came.textContent = Object.values(told.came).flat().filter(Boolean).length
  }

  function arrived(row) {
    const button = row?.querySelector('button')
    if (!button) return
    const told = document.createElement('span')
    told.className = 'arrival__here'
    told.textContent = here
    const hadFocus = document.activeElement === button
    button.replaceWith(told)
    row.classList.add('arrival--here')
    if (hadFocus) search.focus()
  }

  arrivals.addEventListener('submit', (event) => {
    const row = event.submitter?.closest('[data-id]')
    if (!row) return
    event.preventDefault()
    note({ id: row.dataset.id, here: Array(Number(row.dataset.people)).fill(true) })
    arrived(row)
  })

  walkIn.addEventListener('submit', (event) => {
    event.preventDefault()
    const said = new FormData(walkIn)
    if (!said.get('Names').trim()) { walkIn.querySelector('[name=Names]').focus(); return }
    const id = crypto.randomUUID()
    note({ id, names: said.get('Names'), site: said.get('Site'), quarter: said.get('Quarter') })
    const row = document.createElement('li')
    row.className = 'arrival arrival--here'
    const who = document.createElement('span'), told = document.createElement('span')
    who.className = 'arrival__who'
    who.textContent = said.get('Names')
    told.className = 'arrival__here'
    told.textContent = here
    row.append(who, told)
    arrivals.querySelector('ul').prepend(row)
    walkIn.reset()
    walkIn.querySelector('[name=Names]').focus()
  })

  search.addEventListener('input', () => {
    const words = plain(search.value.trim())
    let seen = 0
    for (const row of arrivals.querySelectorAll('.arrival')) {
      row.hidden = words.length > 0 && !plain(row.textContent).includes(words)
      if (!row.hidden) seen++
    }
    nobody.hidden = seen > 0
  })
  search.form.addEventListener('submit', (event) => event.preventDefault())

  for (const one of read()) if (one.here) arrived(desk.querySelector(`[data-id="${CSS.escape(one.id)}"]`))
  say(read().length)
  addEventListener('online', send)
  addEventListener('beforeunload', (event) => { if (read().length > 0 && !navigator.onLine) event.preventDefault() })
  setInterval(send, 15_000)
  send()
  navigator.serviceWorker?.register(worker, { scope }).catch(() => {}) // without it the desk still works as long as its page stays open
}
