// Elements made without markup: texts from outside only ever become text nodes and attributes.

/** An element with these attributes (those that are null or false are left out) round its children. */
export function make(name, attributes = {}, ...children) {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue
    made.setAttribute(key, value === true ? "" : value)
  }
  made.append(...children)
  return made
}

/** "1 event", "2,000 events". */
export const counted = (number, noun) => `${number.toLocaleString("en-GB")} ${noun}${number === 1 ? "" : "s"}`
