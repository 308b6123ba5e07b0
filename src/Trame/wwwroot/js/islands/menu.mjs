/** Closes an open menu on Escape, giving the focus back to its button, and when one clicks or tabs elsewhere. */
export default function menu(details) {
  const summary = details.querySelector('summary')
  if (details.tagName !== 'DETAILS' || !summary) throw new Error('menu needs a <details> with a <summary>')
  details.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !details.open) return
    event.stopPropagation()
    details.open = false
    summary.focus()
  })
  const leave = (event) => { if (details.open && !details.contains(event.target)) details.open = false }
  document.addEventListener('click', leave)
  document.addEventListener('focusin', leave)
}
