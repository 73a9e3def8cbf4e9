// The search box of a page: `/` and Ctrl+K lead to it. Whatever searches is fetched when the reader comes to the box, and
// nothing before; without this script the box leads to the search page.

// What a first search needs, the heaviest first. It is asked for all at once: each would have to wait, on a slow connection,
// until the one before has come and names it.
const { lang } = document.documentElement
const MODULES = [
  `../../pagefind/${lang}/pagefind.js`,
  "./canllaw/search.js",
  "./canllaw/search/words.js",
  "./canllaw/search/suggestions.js",
  "./canllaw/search/excerpts.js",
  "./canllaw/search/elements.js",
]
const PROGRAM = `../../pagefind/${lang}/wasm.${lang === "en" ? "en" : "unknown"}.pagefind`

function fetchAll() {
  fetch(new URL(PROGRAM, import.meta.url)).catch(() => {}) // Pagefind asks for it again, and tells.
  for (const module of MODULES) import(module).catch(() => {})
}

/** @type {NodeListOf<HTMLFormElement>} */
const forms = document.querySelectorAll("form[data-cl-search-box]")
for (const form of forms) {
  const input = /** @type {HTMLInputElement} */ (form.querySelector("input"))
  const start = () => {
    fetchAll()
    import("./canllaw/search/suggestions.js").then(({ suggest }) => suggest(form, input)).catch(() => {})
  }
  if (document.activeElement === input) start()
  input.addEventListener("focus", start, { once: true })
}

document.addEventListener("keydown", (event) => {
  // A browser that fills in a form, or a password manager, may send a keydown without a key.
  const asks = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target)
  const calls = event.key?.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey
  if (!asks && !calls) return
  const box = [...document.querySelectorAll("input[type=search]")].find((input) => input.checkVisibility())
  const page = /** @type {HTMLAnchorElement | null} */ (document.querySelector("a[data-cl-search-page]"))
  if (!box && !page) return
  event.preventDefault()
  if (box) /** @type {HTMLInputElement} */ (box).focus()
  else page?.click()
})

/** @param {EventTarget | null} target */
function isTyping(target) {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"))
}
