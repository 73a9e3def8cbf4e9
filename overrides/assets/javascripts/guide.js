// A guide's small conveniences: the contents mark the section being read, what a term means closes when it is left, and addresses can be copied, shared and printed.
// Without this script the contents lead to the sections, headings are links, and the buttons are not there.

markWhereTheReaderIs()
document.addEventListener("focusout", closeWhatIsLeft)
if (document.querySelector(".cl-toast")) offerToHandOn()

/** Mark in the contents the last section whose heading has come into the upper third of the window. */
function markWhereTheReaderIs() {
  /** @type {NodeListOf<HTMLAnchorElement>} */
  const links = document.querySelectorAll(".cl-contents a")
  /** @type {Map<Element, HTMLAnchorElement>} */
  const sections = new Map()
  for (const link of links) {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)))
    if (heading) sections.set(heading, link)
  }
  /** @type {Set<Element>} */
  const reached = new Set()
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) reached.add(target)
        else reached.delete(target)
      }
      const current = [...sections].filter(([heading]) => reached.has(heading)).at(-1)?.[1]
      for (const link of sections.values()) {
        if (link === current) link.setAttribute("aria-current", "true")
        else link.removeAttribute("aria-current")
      }
    },
    { rootMargin: "1000000px 0px -67% 0px" }, // whatever is above that line counts as reached, however far up it is
  )
  for (const heading of sections.keys()) observer.observe(heading)
}

/**
 * Close the meaning that the focus leaves: it would cover the text that is read on. Browsers close it at Escape or a press elsewhere.
 *
 * @param {FocusEvent} event
 */
function closeWhatIsLeft({ target, relatedTarget }) {
  const meaning = /** @type {Element} */ (target).closest(".cl-meaning")
  if (relatedTarget instanceof Node && !meaning?.contains(relatedTarget)) /** @type {HTMLElement | null} */ (meaning)?.hidePopover()
}

/** Show the buttons that work in this browser, and let the link at a heading copy its address as well. */
function offerToHandOn() {
  const status = /** @type {HTMLElement} */ (document.querySelector(".cl-toast"))
  const address = location.href.replace(/#.*/, "")
  const canCopy = Boolean(navigator.clipboard)
  /** @type {Record<string, [boolean, () => void]>} */
  const ways = {
    copy: [canCopy, () => copy(address, status)],
    share: ["share" in navigator, () => void navigator.share({ title: document.title, url: address }).catch(() => {})],
    print: [true, () => print()],
  }
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-cl-do]"))) {
    const [works, act] = ways[button.dataset.clDo ?? ""]
    const item = /** @type {HTMLElement} */ (button.parentElement)
    item.hidden = !works
    button.addEventListener("click", act)
  }
  if (!canCopy) return
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(".cl-anchor"))) {
    link.addEventListener("click", () => copy(link.href, status))
  }
}

/**
 * Copy `address`, and say so; said anew each time, because the same words twice would not be heard.
 *
 * @param {string} address
 * @param {HTMLElement} status
 */
function copy(address, status) {
  status.textContent = ""
  navigator.clipboard.writeText(address).then(
    () => tell(status, status.dataset.clCopied ?? ""),
    () => tell(status, status.dataset.clNotCopied ?? ""),
  )
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let clearing

/**
 * @param {HTMLElement} status
 * @param {string} words
 */
function tell(status, words) {
  const SHOWN = 5000 // milliseconds
  clearTimeout(clearing)
  status.textContent = words
  clearing = setTimeout(() => {
    status.textContent = ""
  }, SHOWN)
}
