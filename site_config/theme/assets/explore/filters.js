// One filter of the page Explore.

import { plain } from "./data.js"
import { make } from "./elements.js"

const OPTIONS = 8 // options that are offered at a time, where there are many

/** Its options as boxes to tick, the most frequent first where they are many. */
export class FilterView {
  constructor(filter, onTick) {
    this.filter = filter
    this.onTick = onTick
    this.many = filter.options.length > OPTIONS
    this.list = make("ul", { class: "dl-options" })
    this.more = make("p", { class: "dl-options-more" })
    this.element = make("fieldset", { class: "dl-filter" }, make("legend", {}, filter.label))
    if (this.many) this.element.append(this.makeFinder())
    this.element.append(this.list, this.more)
    this.boxes = new Map()
  }

  makeFinder() {
    const label = `Find in “${this.filter.label}”`
    this.finder = make("input", { type: "search", class: "dl-input", "aria-label": label, placeholder: "Find…" })
    this.finder.addEventListener("input", () => this.draw(this.counts, this.chosen))
    return this.finder
  }

  draw(counts, chosen) {
    Object.assign(this, { counts, chosen })
    const wanted = plain(this.finder?.value ?? "")
    const all = [...this.filter.options.keys()].filter((place) => chosen.has(place) || !this.many || counts[place])
    const found = wanted ? all.filter((place) => plain(this.filter.options[place][1]).includes(wanted)) : all
    if (this.many) found.sort((a, b) => chosen.has(b) - chosen.has(a) || counts[b] - counts[a] || a - b)
    const shown = this.many ? found.slice(0, Math.max(OPTIONS, chosen.size)) : found
    const held = document.activeElement
    this.list.replaceChildren(...shown.map((place) => this.option(place)))
    if (held instanceof HTMLElement && this.list.contains(held)) held.focus()
    const left = found.length - shown.length
    this.more.textContent = left ? `and ${left.toLocaleString("en-GB")} more` : wanted && !found.length ? "None" : ""
  }

  option(place) {
    if (!this.boxes.has(place)) this.boxes.set(place, this.makeOption(place))
    const { item, box, number } = this.boxes.get(place)
    box.checked = this.chosen.has(place)
    number.textContent = this.counts[place].toLocaleString("en-GB")
    item.classList.toggle("dl-empty", !this.counts[place])
    return item
  }

  makeOption(place) {
    const [, label, colour] = this.filter.options[place]
    const box = make("input", { type: "checkbox" })
    box.addEventListener("change", () => this.onTick(this.filter.name, place, box.checked))
    const number = make("span", { class: "dl-count" })
    const name = make("span", { class: this.filter.name === "kind" ? "dl-option dl-kind" : "dl-option", dir: "auto" }, label)
    const item = make("li", {}, make("label", {}, box, name, number))
    if (colour) item.style.setProperty("--dl-kind", `color-mix(in oklab, ${colour}, var(--dl-kind-toward))`)
    return { item, box, number }
  }
}
