// Elements made from text: nothing that an article says is ever parsed as markup.

const SVG = "http://www.w3.org/2000/svg";

// Make an element. `props` are attributes by name; a function is a listener, `style` sets custom properties, false is
// left out.
function make(tag, props = {}, ...children) {
  return filled(document.createElement(tag), props, children);
}

function draw(tag, props = {}, ...children) {
  return filled(document.createElementNS(SVG, tag), props, children);
}

function filled(element, props, children) {
  for (const [name, value] of Object.entries(props)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (name === "style") for (const [key, to] of Object.entries(value)) element.style.setProperty(key, to);
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(
    ...children
      .flat(Infinity)
      .filter((child) => child !== undefined && child !== null && child !== false && child !== ""),
  );
  return element;
}

function byId(id) {
  return document.getElementById(id);
}

function number(value) {
  return value.toLocaleString("en");
}

// "1 event", "17 events"
function count(value, noun) {
  return `${number(value)} ${noun}${value === 1 ? "" : "s"}`;
}

// Without marks and case, so that "Hue" finds "Huế"; đ and its like have no decomposition.
const BASES = {
  đ: "d",
  ð: "d",
  ø: "o",
  ł: "l",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  "’": "'",
  "‘": "'",
  "“": '"',
  "”": '"',
  "–": "-",
  "—": "-",
  "‑": "-",
  "\u00a0": " ",
};

function fold(text) {
  const low = text.toLowerCase();
  if (/^[\x20-\x7e]*$/.test(low)) return low;
  return low
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[đðøłßæœ’‘“”–—‑\u00a0]/g, (letter) => BASES[letter]);
}

function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
