// Offers each diagram as PNG: drawn here from its SVG file, for the few who ask, and not for everyone at each build.

const SCALE = 2 // device pixels to a CSS pixel, so that a slide or a printed page stays sharp

/** @type {HTMLAnchorElement[]} */
const links = Array.from(document.querySelectorAll("a[data-cl-png]"))
for (const link of links) {
  const item = /** @type {HTMLElement} */ (link.parentElement)
  item.hidden = false
  link.addEventListener("click", (event) => {
    event.preventDefault()
    // Where it cannot be drawn the reader gets what it would have been drawn from.
    pixels(link.href).then((png) => save(png, link.href), () => location.assign(link.href))
  })
}

/**
 * The SVG file at `address` in pixels.
 *
 * @param {string} address
 * @returns {Promise<Blob>}
 */
async function pixels(address) {
  const image = new Image()
  image.src = address
  await image.decode()
  const canvas = document.createElement("canvas")
  canvas.width = image.naturalWidth * SCALE
  canvas.height = image.naturalHeight * SCALE
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve, reject) => {
    canvas.toBlob((png) => (png ? resolve(png) : reject(new Error("no PNG"))), "image/png")
  })
}

/**
 * Hand `png` to the reader as a file that is called like the SVG file at `address`.
 *
 * @param {Blob} png
 * @param {string} address
 */
function save(png, address) {
  const file = document.createElement("a")
  file.href = URL.createObjectURL(png)
  file.download = (new URL(address).pathname.split("/").pop() ?? "").replace(/svg$/, "png")
  file.click()
  URL.revokeObjectURL(file.href)
}
