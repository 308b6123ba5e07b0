/** At the counter one types without looking: « / » goes to the search, « n » opens a new record. Never while someone is writing. */
export default function deskKeys(desk) {
  const reachable = [...desk.querySelectorAll('[data-key]')]
  if (reachable.length === 0) throw new Error('desk-keys needs elements with data-key')
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, textarea, select, [contenteditable]')) return
    const wanted = reachable.find((element) => element.dataset.key === event.key && element.isConnected)
    if (!wanted) return
    event.preventDefault()
    if (wanted.tagName === 'A') wanted.click()
    else wanted.focus()
  })
}
