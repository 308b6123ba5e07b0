/** Copies the address of a page. Without scripts, or when the browser refuses, the link stays an ordinary link. */
export default function copyLink(link) {
  if (link.tagName !== 'A' || !link.dataset.copied) throw new Error('copy-link needs <a href data-copied="…">')
  if (!navigator.clipboard) return
  const said = document.createElement('span')
  said.setAttribute('role', 'status')
  said.className = 'quiet'
  link.after(said)
  link.addEventListener('click', async (event) => {
    event.preventDefault()
    try {
      await navigator.clipboard.writeText(link.href)
      said.textContent = ` ${link.dataset.copied}`
    } catch {
      location.assign(link.href) // permission refused: the address bar can be copied by hand
    }
  })
}
