/**
 * Lets a device's passkey answer in place of a password. The section stays hidden where the browser knows no passkeys; the other ways in are plain
 * forms. The answer is sent by the form itself, so that a refusal comes back as on any page.
 */
export default function passkey(section) {
  const form = section.querySelector('form[data-options]')
  const answer = form?.elements.Credential
  if (!form || !answer || !['get', 'create'].includes(section.dataset.ask)) throw new Error('passkey needs data-ask and <form data-options> with a Credential input')
  if (!window.PublicKeyCredential?.parseRequestOptionsFromJSON) return
  if (/^[\d.]+$|:/.test(location.hostname)) return // a passkey belongs to a name: browsers refuse it on an address made of numbers
  section.hidden = false
  const said = document.createElement('p')
  said.setAttribute('role', 'status')
  form.append(said)

  form.addEventListener('submit', async (event) => {
    if (answer.value) return
    event.preventDefault()
    said.textContent = ''
    try {
      answer.value = JSON.stringify(await ask(section.dataset.ask, form))
    } catch (reason) {
      said.textContent = form.dataset.failed // the person said no, or the device holds no key: nothing was sent
      console.info(reason)
      return
    }
    form.submit()
  })
}

async function ask(what, form) {
  const reply = await fetch(form.dataset.options, { method: 'POST', headers: { 'X-Trame-Jeton': form.elements.jeton.value } })
  if (!reply.ok) throw new Error(`The server answered ${reply.status}`)
  const options = await reply.json()
  const credential = what === 'create'
    ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) })
  return credential.toJSON()
}
