// The page Explore: filters, results, and the address that says what is chosen.

import { choose, queryOf, readChoice } from "./choosing.js"
import { Changed, fetchIndex, Headlines } from "./data.js"
import { counted, make } from "./elements.js"
import { FilterView } from "./filters.js"
import { ResultsView } from "./results.js"

const TYPING = 200 // milliseconds of rest after which words are looked for
const WIDE = matchMedia("(min-width: 60em)")

/** The page; `choice` is what is chosen. */
class Explore {
  constructor(root, index) {
    this.index = index
    this.headlines = new Headlines(index)
    this.results = new ResultsView(index, this.headlines, (error) => this.fail(error))
    this.filters = index.filters.map((filter) => new FilterView(filter, (...ticked) => this.tick(...ticked)))
    this.inputs = {
      words: make("input", { type: "search", class: "dl-input", id: "dl-words", autocomplete: "off" }),
      from: make("input", { type: "date", class: "dl-input", id: "dl-from" }),
      to: make("input", { type: "date", class: "dl-input", id: "dl-to" }),
      order: make("select", { class: "dl-input", id: "dl-order" }),
    }
    this.inputs.order.append(make("option", { value: "" }, "Oldest first"), make("option", { value: "newest" }, "Newest first"))
    this.found = make("p", { class: "dl-found", role: "status" })
    this.chips = make("ul", { class: "dl-chips", "aria-label": "What is chosen" })
    root.replaceChildren(this.makeForm())
    this.listen()
    this.read()
  }

  makeForm() {
    const { words, from, to, order } = this.inputs
    const wordsField = make("p", { class: "dl-field" }, make("label", { for: "dl-words" }, "Words in headline or names"), words)
    const period = make("fieldset", { class: "dl-filter dl-period" }, make("legend", {}, "Period"))
    period.append(make("label", { for: "dl-from" }, "from"), from, make("label", { for: "dl-to" }, "to"), to)
    this.panel = make("details", { class: "dl-filters", open: WIDE.matches }, make("summary", {}, "Filters"))
    this.panel.append(...this.filters.slice(0, 3).map((view) => view.element), period)
    this.panel.append(...this.filters.slice(3).map((view) => view.element))
    const sorting = make("p", { class: "dl-sorting" }, make("label", { for: "dl-order" }, "Order"), order)
    const results = make("section", { class: "dl-results", "aria-label": "Events found" })
    results.append(make("div", { class: "dl-results-head" }, this.found, sorting), this.chips, this.results.element)
    return make("form", { class: "dl-explore", role: "search", "aria-label": "Filter events" }, make("div", { class: "dl-choosing" }, wordsField, this.panel), results)
  }

  listen() {
    const { words, from, to, order } = this.inputs
    let typing = 0
    words.form.addEventListener("submit", (event) => event.preventDefault())
    words.addEventListener("input", () => {
      clearTimeout(typing)
      typing = setTimeout(() => this.change({ words: words.value.trim() }, "replaceState"), TYPING)
    })
    from.addEventListener("change", () => this.change({ from: from.value }))
    to.addEventListener("change", () => this.change({ to: to.value }))
    order.addEventListener("change", () => this.change({ newest: order.value === "newest" }))
    WIDE.addEventListener("change", () => (this.panel.open ||= WIDE.matches))
    addEventListener("popstate", () => this.read())
  }

  /** Show what the address says. */
  read() {
    this.choice = readChoice(this.index, location.search)
    this.fill()
    return this.show()
  }

  fill() {
    for (const name of ["words", "from", "to"]) this.inputs[name].value = this.choice[name]
    this.inputs.order.value = this.choice.newest ? "newest" : ""
  }

  tick(name, place, wanted) {
    const places = new Set(this.choice.chosen.get(name))
    places[wanted ? "add" : "delete"](place)
    return this.change({ chosen: new Map([...this.choice.chosen, [name, places]]) })
  }

  /** Choose something else, and say so in the address: as a step back, or (for words as they are typed) in its place. */
  change(what, how = "pushState") {
    this.choice = { ...this.choice, ...what }
    if (how === "pushState") this.fill()
    history[how](null, "", queryOf(this.choice, this.index))
    return this.show()
  }

  async show() {
    const { choice } = this
    try {
      const texts = choice.words ? await this.headlines.texts() : null
      if (choice !== this.choice) return // something else was chosen meanwhile
      const { events, counts } = choose(this.index, choice, texts)
      this.filters.forEach((view, number) => view.draw(counts[number], choice.chosen.get(view.filter.name)))
      this.drawChips()
      const all = counted(this.index.first.length, "event")
      this.say(events.length === this.index.first.length ? all : `${events.length.toLocaleString("en-GB")} of ${all}`)
      await this.results.draw(events)
    } catch (error) {
      this.fail(error)
    }
  }

  fail(error) {
    this.say(error instanceof Changed ? CHANGED : FAILED)
  }

  say(words) {
    this.found.textContent = words
  }

  /** What is chosen, each as a button that takes it back. */
  drawChips() {
    const { choice } = this
    const chips = this.filters.flatMap(({ filter }) =>
      [...choice.chosen.get(filter.name)].map((place) =>
        this.chip(`${filter.label}: ${filter.options[place][1]}`, () => this.tick(filter.name, place, false)),
      ),
    )
    for (const [name, label] of [["words", "Words"], ["from", "From"], ["to", "To"]]) {
      if (choice[name]) chips.push(this.chip(`${label}: ${choice[name]}`, () => this.change({ [name]: "" })))
    }
    if (chips.length > 1) chips.push(this.chip("All filters", () => this.change(readChoice(this.index, ""))))
    this.chips.replaceChildren(...chips)
    this.chips.hidden = !chips.length
  }

  chip(words, remove) {
    const button = make("button", { type: "button", "aria-label": `Remove ${words}`, dir: "auto" }, words)
    button.addEventListener("click", async () => {
      await remove()
      ;(this.chips.querySelector("button") ?? this.inputs.words).focus()
    })
    return make("li", {}, button)
  }
}

const CHANGED = "The timeline was changed while you were reading. Load this page again to see it as it is now."
const FAILED = "The data could not be loaded. The listings above lead to every event."
const root = document.getElementById("dl-explore")
try {
  new Explore(root, await fetchIndex())
} catch {
  root.replaceChildren(make("p", { role: "status" }, FAILED))
}
