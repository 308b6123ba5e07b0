/** Brings the list of refusals under the eyes and the screen reader, and puts the cursor in the question a link leads to. */
export default function refusals(summary) {
  summary.addEventListener('click', (event) => {
    const link = event.target.closest('a[href^="#"]')
    const question = link && document.getElementById(decodeURIComponent(link.hash.slice(1)))
    if (!question) return
    event.preventDefault()
    // The label is above the input: without it in view, one lands in a box that asks nothing.
    const words = question.closest('fieldset')?.querySelector('legend') ?? question.labels?.[0] ?? question
    words.scrollIntoView()
    question.focus({ preventScroll: true })
  })
  summary.focus()
}
