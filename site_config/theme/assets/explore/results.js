// The events that are left, drawn as in every listing.

import { addressOf } from "./data.js"
import { counted, make } from "./elements.js"

const SHOWN = 40 // events drawn at a time

/** A list that grows as it is read. */
export class ResultsView {
  constructor(index, headlines, onError) {
    this.index = index
    this.headlines = headlines
    this.onError = onError
    this.list = make("ol", { class: "dl-rail" })
    this.button = make("button", { type: "button", class: "dl-more-button" }, "Show more")
    this.button.addEventListener("click", () => this.drawMore(true))
    this.element = make("div", {}, this.list, this.button)
    this.watcher = new IntersectionObserver(([seen]) => seen.isIntersecting && this.drawMore(), { rootMargin: "600px" })
  }

  async draw(events) {
    Object.assign(this, { events, drawn: 0, busy: null })
    await this.drawMore()
  }

  /** The next events; after a click, the first of them takes the focus from the button. */
  async drawMore(clicked = false) {
    const { events, drawn } = this
    if (!events || this.busy === events || (drawn && drawn >= events.length)) return
    this.busy = events
    const next = events.slice(drawn, drawn + SHOWN)
    const rows = await this.headlines.of(next).catch(this.onError)
    if (this.busy !== events) return // other filters were chosen meanwhile
    this.busy = null
    if (!rows) return
    if (!drawn) this.list.replaceChildren()
    const moments = this.moments(next, rows)
    this.list.append(...moments)
    this.drawn = drawn + next.length
    this.button.hidden = this.drawn >= events.length
    this.watcher.disconnect() // so that it looks again, where the button is still to be seen
    this.watcher.observe(this.button)
    if (clicked) moments[0]?.querySelector("a").focus()
  }

  /** Neighbours that share their time stand under it together. */
  moments(events, rows) {
    const moments = []
    events.forEach((event, number) => {
      const [, , words, time, shape] = rows[number]
      const before = number && rows[number - 1]
      if (!before || before[2] !== words || before[4] !== shape) {
        const when = time ? make("time", { datetime: time }, words) : make("span", {}, words)
        const item = make("li", { class: `dl-moment dl-${shape}` }, make("p", { class: "dl-when" }, when))
        item.append(make("ul", { class: "dl-entries" }))
        moments.push(item)
      }
      moments.at(-1).lastChild.append(this.entry(event, rows[number]))
    })
    return moments
  }

  entry(event, [id, headline, , , , reports]) {
    const [kind] = this.optionsOf(event, "kind")
    const [said] = this.optionsOf(event, "said")
    const link = make("a", { href: addressOf(`events/${encodeURIComponent(id)}/`), dir: "auto" }, headline)
    const facts = [make("a", { href: addressOf(kind[3]), class: "dl-kind", dir: "auto" }, kind[1])]
    if (said[0] !== "happened") facts.push(make("span", { class: "dl-modality" }, said[1]))
    facts.push(make("span", {}, counted(reports, "source")))
    for (const [mark, label] of this.optionsOf(event, "mark")) facts.push(make("span", { class: `dl-${mark}` }, label))
    const entry = make("li", { class: `dl-entry dl-${said[0]}` }, make("p", { class: "dl-headline" }, link))
    entry.append(make("p", { class: "dl-facts" }, ...facts))
    if (kind[2]) entry.setAttribute("style", `--kind:${kind[2]}`)
    return entry
  }

  optionsOf(event, name) {
    const filter = this.index.filters.find((one) => one.name === name)
    return filter.values[event].map((place) => filter.options[place])
  }
}
