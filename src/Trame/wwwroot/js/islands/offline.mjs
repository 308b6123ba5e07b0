/** Says when the network is gone, and when it is back. What is typed stays on the page meanwhile. */
export default function offline(banner) {
  const show = () => { banner.hidden = navigator.onLine }
  addEventListener('online', show)
  addEventListener('offline', show)
  show()
}
