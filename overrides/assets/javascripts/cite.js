// Copies a citation with one press, and dates the visit. Without it the words can be selected, and the files taken away.

/** @type {HTMLElement | null} */
const box = document.querySelector(".cl-cite")
if (box) {
  const { clCopy = "", clDone = "", clFailed = "", clMonths = "" } = box.dataset
  const today = new Date()
  const date = `${today.getDate()} ${clMonths.split(" ")[today.getMonth()]} ${today.getFullYear()}`
  for (const day of box.querySelectorAll("span")) day.textContent = date
  const copy = clCopy.replace("{name}", "").trim()
  const status = document.createElement("p")
  status.role = "status"
  box.append(status)
  for (const name of box.querySelectorAll("dt")) {
    const citation = /** @type {HTMLElement} */ (name.nextElementSibling)
    const button = document.createElement("button")
    button.type = "button"
    button.className = "cl-button"
    button.textContent = copy
    button.ariaLabel = clCopy.replace("{name}", name.textContent ?? "")
    button.addEventListener("click", async () => {
      status.textContent = ""
      try {
        // Given at once, while the press counts, though a file has yet to come. Not every browser or page has a clipboard.
        await navigator.clipboard.write([new ClipboardItem(written(citation))])
        status.textContent = clDone
        // The button says so, too: on a phone it may be all of the box that is in view.
        button.textContent = clDone
        setTimeout(() => (button.textContent = copy), 3000)
      } catch {
        status.textContent = clFailed
        getSelection()?.selectAllChildren(citation)
      }
    })
    name.append(button)
  }
}

/**
 * What is copied: a citation with its italics and without, or what the file holds that `citation` leads to.
 *
 * @param {HTMLElement} citation
 * @returns {Record<string, Blob | Promise<Blob>>}
 */
function written(citation) {
  const link = citation.querySelector("a")
  if (link) return { "text/plain": fetch(link.href).then(async (file) => blob(await file.text(), "text/plain")) }
  return { "text/plain": blob(citation.textContent ?? "", "text/plain"), "text/html": blob(citation.innerHTML, "text/html") }
}

/**
 * @param {string} text
 * @param {string} type
 */
function blob(text, type) {
  return new Blob([text], { type })
}
