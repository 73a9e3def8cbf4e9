// The page on translations: its list, whole without this, can be filtered; what is chosen stands in the address.

import { putInAddress } from "./canllaw/facets.js"
import { say } from "./canllaw/search/elements.js"

const root = /** @type {HTMLElement} */ (document.querySelector("[data-cl-status-words]"))
const words = JSON.parse(root.dataset.clStatusWords ?? "{}")
const filter = /** @type {HTMLElement} */ (root.querySelector(".cl-status__filter"))
const status = /** @type {HTMLElement} */ (root.querySelector("[role=status]"))
const fields = /** @type {(HTMLSelectElement | HTMLInputElement)[]} */ ([...filter.querySelectorAll("select, input")])
const groups = /** @type {HTMLElement[]} */ ([...root.querySelectorAll(".cl-status__group")])

/** @param {string} text */
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[‘’]/g, "'").toLowerCase()

/** @param {HTMLElement} one */
function fits(one) {
  const [state, into, title] = fields.map(({ value }) => value)
  const is = plain(one.querySelector(".cl-title")?.textContent ?? "")
  const isOf = (!state || one.dataset.clState === state) && (!into || one.dataset.clInto === into)
  return isOf && plain(title).split(/\s+/).every((word) => is.includes(word))
}

/** Show what fits, and say how many they are: only where something is asked for, or was. */
function show() {
  let shown = 0
  for (const group of groups) {
    const all = /** @type {HTMLElement[]} */ ([...group.querySelectorAll(".cl-status__one")])
    for (const one of all) one.hidden = !fits(one)
    const left = all.filter(({ hidden }) => !hidden).length
    const number = group.querySelector(".cl-status__number")
    if (number) number.textContent = `(${left})`
    group.hidden = left === 0
    shown += left
  }
  status.textContent = say(words, "status-shown", { n: shown })
}

/** Take over what the address asks for. */
function read() {
  const asked = new URL(location.href).searchParams
  for (const field of fields) field.value = asked.get(field.name) ?? ""
  for (const field of fields) if (field instanceof HTMLSelectElement && field.selectedIndex < 0) field.value = ""
  if (fields.some(({ value }) => value)) show()
}

filter.addEventListener("input", () => {
  putInAddress(fields.filter(({ value }) => value).map(({ name, value }) => [name, value]))
  show()
})
// A link to a group that the filter has left nothing of would lead nowhere.
for (const count of document.querySelectorAll(".cl-status__count a")) {
  count.addEventListener("click", () => {
    for (const field of fields) field.value = ""
    putInAddress([])
    show()
  })
}
read()
