/* Opens the desk of a citizen day again without a network: its page and what it is made of, as they were seen last. It answers only when the network does not. */
const shelf = 'trame-accueil'

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))
self.addEventListener('fetch', (event) => {
  if (event.request.method !== 'GET' || new URL(event.request.url).origin !== location.origin) return
  event.respondWith((async () => {
    const kept = await caches.open(shelf)
    try {
      const answer = await fetch(event.request)
      if (answer.ok) await kept.put(event.request, answer.clone())
      return answer
    } catch (gone) {
      const known = await kept.match(event.request, { ignoreVary: true })
      if (known) return known
      throw gone
    }
  })())
})
