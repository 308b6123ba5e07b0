/** At the counter one types without looking: « / » goes to the search, « n » opens a new record. Never while someone is writing, and not for who switched it off (a voice, a tremor). */
export default function deskKeys(desk) {
  const reachable = [...desk.querySelectorAll('[data-key]')]
  const choice = desk.querySelector('[data-keys-choice]')
  const wished = choice?.querySelector('input')
  if (reachable.length === 0 || !wished) throw new Error('desk-keys needs elements with data-key and a box to switch them off')
  wished.checked = localStorage.getItem('trame-raccourcis') !== 'non'
  wished.addEventListener('change', () => localStorage.setItem('trame-raccourcis', wished.checked ? 'oui' : 'non'))
  choice.hidden = false
  document.addEventListener('keydown', (event) => {
    if (!wished.checked || event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input:not([type=checkbox]), textarea, select, [contenteditable]')) return
    const wanted = reachable.find((element) => element.dataset.key === event.key && element.isConnected)
    if (!wanted) return
    event.preventDefault()
    if (wanted.tagName === 'A') wanted.click()
    else wanted.focus()
  })
}
