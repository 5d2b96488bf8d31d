// What a reader can do with keys and copy with a click. Every page is whole without it: this only adds.

const KEYS = [
  ["j, →", "next event"],
  ["k, ←", "previous event"],
  ["Enter", "open the event"],
  ["/", "search"],
  ["?", "this list"],
  ["Esc", "close it"],
]
const OFF = "dateline-keys-off"

const made = (name, words, properties = {}) =>
  Object.assign(document.createElement(name), { textContent: words, ...properties })

/** Whether single keys do anything; a reader can turn them off, since they can be hit by chance or by speech. */
const on = () => {
  try {
    return localStorage.getItem(OFF) === null
  } catch {
    return true
  }
}

const turn = (wanted) => {
  try {
    wanted ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, "1")
  } catch {
    // A browser that keeps nothing leaves them on.
  }
}

/** One event on: on an event's page to its neighbour, elsewhere to the next headline. */
function step(way) {
  const neighbours = document.querySelector(".dl-neighbours")
  if (neighbours) return neighbours.querySelector(`a[rel="${way > 0 ? "next" : "prev"}"]`)?.click()
  const headlines = [...document.querySelectorAll(".md-content .dl-headline a")].filter((link) => link.checkVisibility())
  const here = headlines.indexOf(document.activeElement)
  const next = here >= 0 ? headlines[here + way] : way > 0 ? firstBelow(headlines) : headlines.at(0)
  next?.focus()
  next?.scrollIntoView({ block: "center" })
}

/** The first headline that is not above the window. */
const firstBelow = (headlines) => headlines.find((link) => link.getBoundingClientRect().top > 0)

function help() {
  const known = document.querySelector("dialog.dl-help")
  if (known) return known.open ? known.close() : known.showModal()
  const dialog = made("dialog", "", { className: "dl-help md-typeset" })
  dialog.setAttribute("aria-labelledby", "dl-help-title")
  const list = document.createElement("dl")
  for (const [keys, does] of KEYS) {
    const row = document.createElement("div")
    row.append(made("dt", keys), made("dd", does))
    list.append(row)
  }
  const label = document.createElement("label")
  const box = made("input", "", { type: "checkbox", checked: on(), onchange: () => turn(box.checked) })
  label.append(box, " Single keys do this")
  const close = made("button", "Close", { type: "button", onclick: () => dialog.close() })
  dialog.append(made("h2", "Keys", { id: "dl-help-title" }), list, label, close)
  document.body.append(dialog)
  dialog.showModal()
}

const ACTIONS = { j: () => step(1), k: () => step(-1), "?": help }
const ARROWS = { ArrowRight: () => step(1), ArrowLeft: () => step(-1) }

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || !on()) return
  if (event.target.closest("input, textarea, select, [contenteditable], [role=dialog], dialog")) return
  const action = ACTIONS[event.key] ?? (document.querySelector(".dl-neighbours") && ARROWS[event.key])
  if (!action) return
  event.preventDefault()
  action()
})

/** A button that copies `words`, and says so where a screen reader hears it. */
function copier(label, words) {
  const status = made("span", "", { className: "dl-copied" })
  status.setAttribute("role", "status")
  const button = made("button", label, { type: "button", className: "dl-copy" })
  button.onclick = async () => {
    try {
      await navigator.clipboard.writeText(words())
      status.textContent = "Copied"
    } catch {
      status.textContent = "Your browser does not allow it"
    }
    setTimeout(() => (status.textContent = ""), 3000)
  }
  return [button, status]
}

if (navigator.clipboard) {
  const address = () => document.querySelector("link[rel=canonical]")?.href ?? location.href.replace(/#.*/, "")
  if (document.querySelector(".dl-neighbours")) {
    document.querySelector(".dl-byline")?.append(...copier("Copy link", address))
  }
  for (const cited of document.querySelectorAll(".dl-citation")) {
    cited.after(...copier("Copy", () => cited.textContent))
  }
}

document.querySelector(".md-footer-meta__inner")?.append(
  made("button", "Keyboard", { type: "button", className: "dl-copy dl-keys", onclick: help }),
)
