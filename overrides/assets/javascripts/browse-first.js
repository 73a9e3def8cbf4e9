// Runs before the index below it is there: an address with facets shows what they leave, and never the index first.
// Should the script that fills the page not come, the index does.

{
  const root = document.documentElement
  root.dataset.clBrowse = /[?&](topic|type|tag|year)=[^&]/.test(location.search) ? "chosen" : "all"
  window.addEventListener("load", () => {
    if (!root.hasAttribute("data-cl-browse-runs")) delete root.dataset.clBrowse
  })
}
