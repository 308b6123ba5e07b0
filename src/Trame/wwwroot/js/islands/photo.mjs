/**
 * A photo is made smaller before it leaves: a telephone takes several megabytes, a page needs a few hundred kilobytes. What the file told besides (where, when,
 * with what) stays on the device. Without this, the form asks for a small file.
 */
const LongestSide = 1200
const Enough = 300_000

export default function photo(form) {
  const input = form.querySelector('input[type=file]')
  const said = document.createElement('p')
  said.className = 'field__hint'
  said.setAttribute('role', 'status')
  input.after(said)
  input.addEventListener('change', async () => {
    said.replaceChildren()
    const [file] = input.files
    if (!file || file.size <= Enough) return
    const picture = await createImageBitmap(file).catch(() => null)
    if (!picture) return // the server says what is wrong with it
    const scale = Math.min(1, LongestSide / Math.max(picture.width, picture.height))
    const sheet = document.createElement('canvas')
    sheet.width = Math.round(picture.width * scale)
    sheet.height = Math.round(picture.height * scale)
    const pen = sheet.getContext('2d')
    pen.fillStyle = '#fff' // what was transparent
    pen.fillRect(0, 0, sheet.width, sheet.height)
    pen.drawImage(picture, 0, 0, sheet.width, sheet.height)
    const small = await new Promise((done) => sheet.toBlob(done, 'image/jpeg', 0.82))
    if (!small || small.size >= file.size || input.files[0] !== file) return
    const chosen = new DataTransfer()
    chosen.items.add(new File([small], 'photo.jpg', { type: 'image/jpeg' }))
    input.files = chosen.files
    said.textContent = form.dataset.reduced.replace('{0}', Math.round(small.size / 1000))
  })
}
