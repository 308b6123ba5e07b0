/** A form sent twice by a nervous click is sent once. The button says that it works; the page can still be left. */
export default function once(form) {
  if (form.tagName !== 'FORM') throw new Error('once needs a <form>')
  let sent = false
  form.addEventListener('submit', (event) => {
    if (sent) { event.preventDefault(); event.stopImmediatePropagation(); return }
    sent = true
    event.submitter?.classList.add('button--loading')
  }, { capture: true })
  const again = (event) => {
    if (event.type === 'pageshow' && !event.persisted) return
    sent = false
    form.querySelectorAll('.button--loading').forEach((button) => button.classList.remove('button--loading'))
  }
  addEventListener('pageshow', again)                 // came back with the Back button
  form.addEventListener('htmx:afterRequest', again)
}
