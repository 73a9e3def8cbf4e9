// Results below the search box while the reader types: a combobox with a list of links (ARIA Authoring Practices, 1.2).

import { countInOther, prepare, search, translated } from "../search.js"
import { element, marked, say, searchAddress } from "./elements.js"

/**
 * @typedef {import("./elements.js").Words} Words
 * @typedef {import("../search.js").Result} Result
 * @typedef {import("../search.js").Results} Results
 */

const PAGES = 5
const SECTIONS = 2
const WORDS_BEFORE = 3 // the first that is marked
const SETTLED = 400 // milliseconds without a key after which the count is told and the other language is searched

/** @type {WeakSet<HTMLInputElement>} */
const boxes = new WeakSet()

/**
 * Show results below `input`, which stands in `form`, from now on.
 *
 * @param {HTMLFormElement} form
 * @param {HTMLInputElement} input
 */
export function suggest(form, input) {
  if (boxes.has(input)) return
  boxes.add(input)
  prepare().catch(() => {}) // The search itself tells.
  new Suggestions(form, input)
}

class Suggestions {
  /**
   * @param {HTMLFormElement} form
   * @param {HTMLInputElement} input
   */
  constructor(form, input) {
    /** @type {Words} */
    this.words = JSON.parse(form.dataset.clSearchBox ?? "{}")
    this.form = form
    this.input = input
    /** @type {HTMLElement[]} */
    this.options = []
    this.active = -1
    this.settling = 0
    this.turn = 0
    this.made = 0
    const id = `${input.id}-results`
    this.list = element("div", { role: "listbox", id, class: "cl-suggest__list", "aria-label": say(this.words, "search-suggestions") })
    this.hint = element("p", { class: "cl-suggest__hint" })
    this.panel = element("div", { class: "cl-suggest", hidden: "" }, this.hint, this.list)
    this.status = element("p", { class: "cl-visually-hidden", role: "status" })
    form.append(this.panel, this.status)
    const attributes = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": id }
    for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value)
    input.addEventListener("input", () => this.show())
    input.addEventListener("focus", () => this.show())
    input.addEventListener("keydown", (event) => this.press(event))
    form.addEventListener("focusout", ({ relatedTarget }) => {
      if (!this.panel.contains(/** @type {Node | null} */ (relatedTarget))) this.close()
    })
    this.panel.addEventListener("pointerdown", (event) => event.preventDefault()) // or the box would lose the focus
    if (input.value) this.show()
  }

  get query() {
    return this.input.value.trim()
  }

  async show() {
    const { query } = this
    clearTimeout(this.settling)
    if (!query) return this.close()
    const turn = ++this.turn
    const isMeant = () => turn === this.turn && query === this.query && document.activeElement === this.input
    let found
    try {
      found = await search(query, { limit: PAGES })
    } catch {
      const failed = say(this.words, "search-failed")
      if (isMeant()) this.fill(this.browse(), failed, failed)
      return
    }
    if (!isMeant()) return
    this.fillWith(query, found)
    // Only once nobody types: the index of the other language is as heavy as that of this one, and keeps no one waiting.
    await new Promise((resolve) => setTimeout(resolve, SETTLED))
    const ways = isMeant() ? await this.waysOn(query).catch(() => []) : []
    if (isMeant() && !this.panel.hidden) this.add(ways)
  }

  /**
   * @param {string} query
   * @param {Results} found
   */
  fillWith(query, { results, total, suggestion, partial, plain }) {
    const choices = [
      ...results.flatMap((result) => this.pageAndSections(result)),
      ...(suggestion ? [this.way(say(this.words, "search-meant", { words: suggestion }), this.address(suggestion))] : []),
      ...(total > results.length || partial ? [this.way(say(this.words, "search-all"), this.address(query))] : []),
      ...(total === 0 ? this.browse() : []),
    ]
    const count = total > 0 ? say(this.words, "results-count", { n: total }) : say(this.words, "search-none")
    const hint = total === 0 ? count : partial ? say(this.words, "search-partial") : plain ? say(this.words, "search-plain") : ""
    this.fill(choices, hint, count)
  }

  /**
   * The ways on to the agreed term of this language, and to the results in the other one.
   *
   * @param {string} query
   * @returns {Promise<HTMLElement[]>}
   */
  async waysOn(query) {
    const [term, other] = await Promise.all([translated(query), countInOther(query)])
    return [
      ...(term ? [this.way(say(this.words, "search-for-term", { term }), this.address(term))] : []),
      ...(other.total > 0
        ? [this.way(say(this.words, "results-in-other", { n: other.total }), searchAddress(this.words.otherPage, query))]
        : []),
    ]
  }

  /**
   * @param {HTMLElement[]} choices
   * @param {string} hint what is shown above them
   * @param {string} told what a screen reader is told once nobody types
   */
  fill(choices, hint, told) {
    this.options = choices
    this.list.replaceChildren(...choices)
    this.hint.textContent = hint
    this.hint.hidden = !hint
    this.panel.hidden = false
    this.input.setAttribute("aria-expanded", String(choices.length > 0))
    this.choose(-1)
    this.settling = window.setTimeout(() => (this.status.textContent = told), SETTLED)
  }

  /**
   * Choices below those that are shown; the one that the reader is at stays so.
   *
   * @param {HTMLElement[]} choices
   */
  add(choices) {
    this.options.push(...choices)
    this.list.append(...choices)
    this.input.setAttribute("aria-expanded", String(this.options.length > 0))
  }

  close() {
    this.turn += 1 // What is still on its way opens nothing.
    clearTimeout(this.settling)
    this.panel.hidden = true
    this.status.textContent = ""
    this.input.setAttribute("aria-expanded", "false")
    this.choose(-1)
  }

  /** @param {KeyboardEvent} event */
  press(event) {
    const { key } = event
    if (key === "Escape" && !this.panel.hidden) {
      event.preventDefault() // The browser would empty the box; it does so when the results are closed.
      this.close()
    } else if (key === "ArrowDown" || key === "ArrowUp") {
      event.preventDefault()
      if (this.panel.hidden) this.show()
      else this.choose(this.active + (key === "ArrowDown" ? 1 : -1))
    } else if (key === "Enter" && this.active >= 0) {
      event.preventDefault()
      this.options[this.active].click()
    }
  }

  /** @param {number} place of the option, or just beyond either end, where none is chosen */
  choose(place) {
    const count = this.options.length
    this.active = count === 0 ? -1 : ((place + 1 + count + 1) % (count + 1)) - 1
    for (const [index, option] of this.options.entries()) option.setAttribute("aria-selected", String(index === this.active))
    const option = this.options[this.active]
    if (option) this.input.setAttribute("aria-activedescendant", option.id)
    else this.input.removeAttribute("aria-activedescendant")
    option?.scrollIntoView({ block: "nearest" })
  }

  /**
   * @param {Result} result
   */
  pageAndSections({ url, titleSegments, excerpt, sections }) {
    const title = element("span", { class: "cl-suggest__title" }, ...marked(titleSegments))
    const words = element("span", { class: "cl-suggest__words" }, ...marked(fromFirstMark(excerpt)))
    return [
      this.choice("page", url, titleSegments.map(({ text }) => text).join(""), title, words),
      ...sections.slice(0, SECTIONS).map((section) => this.choice("section", section.url, section.title, section.title)),
    ]
  }

  /**
   * @param {string} words
   * @param {string} address
   */
  way(words, address) {
    return this.choice("way", address, words, words)
  }

  /** Where else to look, if the site has such a page. */
  browse() {
    const { browse } = this.words
    return browse ? [this.way(browse.title, browse.page)] : []
  }

  /** @param {string} query */
  address(query) {
    return searchAddress(this.form.action, query)
  }

  /**
   * @param {string} kind
   * @param {string} address
   * @param {string} name what it is called where it is heard
   * @param {(Node | string)[]} inside
   */
  choice(kind, address, name, ...inside) {
    this.made += 1
    const id = `${this.input.id}-result-${this.made}`
    const classes = `cl-suggest__option cl-suggest__option--${kind}`
    const states = { role: "option", "aria-label": name, "aria-selected": "false", tabindex: "-1" }
    return element("a", { href: address, id, class: classes, ...states }, ...inside)
  }
}

/**
 * `excerpt` from shortly before its first mark, or a phone, on which two lines of it are seen, would not show the mark.
 *
 * @param {import("../search.js").Segment[]} excerpt
 */
function fromFirstMark([first, ...others]) {
  const before = first && !first.marked && others.length > 0 ? first.text.split(" ") : []
  if (before.length <= WORDS_BEFORE + 1) return first ? [first, ...others] : []
  return [{ text: `… ${before.slice(-WORDS_BEFORE - 1).join(" ")}`, marked: false }, ...others]
}
