// The reader's choice of light or dark. A classic script in `head`, so that no page is painted in the wrong colours first.
// The choice is the only thing that the site keeps in the browser.
(() => {
  const KEY = "cl-colour"

  /** @param {string | null} choice "light", "dark", or nothing for what the reader's system prefers */
  function apply(choice) {
    if (choice === "light" || choice === "dark") document.documentElement.dataset.clColour = choice
    else delete document.documentElement.dataset.clColour
  }

  /** @returns {string | null} */
  function stored() {
    try {
      return localStorage.getItem(KEY)
    } catch {
      return null // Storage can be forbidden; the choice then lasts as long as the page.
    }
  }

  /** @param {string} choice */
  function store(choice) {
    try {
      if (choice) localStorage.setItem(KEY, choice)
      else localStorage.removeItem(KEY)
    } catch {
      return
    }
  }

  apply(stored())
  document.addEventListener("DOMContentLoaded", () => {
    const control = document.querySelector("[data-cl-colour]:not(html)")
    const select = control?.querySelector("select")
    if (!(control instanceof HTMLElement) || !select) return
    control.hidden = false
    select.value = document.documentElement.dataset.clColour ?? "" // what is stored may be no choice
    select.addEventListener("change", () => {
      apply(select.value)
      store(select.value)
    })
  })
})()
