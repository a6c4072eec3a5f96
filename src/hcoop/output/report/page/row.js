// One event of the register: a row that opens and closes.

const opened = new Set();

function row(event) {
  const open = opened.has(event);
  return make(
    "tr",
    { role: "row", id: `e-${idOf(event)}`, class: open ? "event open" : "event" },
    cell("date", when(event)),
    cell(
      "what",
      make(
        "button",
        {
          type: "button",
          class: "toggle",
          "aria-expanded": String(open),
          click: () => flip(event),
          "aria-controls": open ? `d-${idOf(event)}` : null,
        },
        who(event),
      ),
      what(event) && make("p", { class: "about" }, capital(what(event))),
      marks(event),
    ),
    cell("type", capital(label("type", event))),
    cell("city", label("city", event) || unknown("not told")),
    cell("status", make("span", { class: `state ${value("status", event)}` }, label("status", event))),
    cell("source", source(event)),
  );
}

function cell(name, ...children) {
  return make("td", { role: "cell", class: name }, ...children);
}

function unknown(said) {
  return make("span", { class: "unknown" }, said);
}

function when(event) {
  const date = dateOf(event),
    day = reported(event);
  if (date) return [date.said, star(event, "date")];
  return [unknown("no date told"), day && make("small", {}, `by ${day}`), star(event, "date")];
}

function star(event, field) {
  const by = (rare(event).corrected ?? []).find((mark) => mark[0] === field);
  return by
    ? make(
        "span",
        { class: "star", title: "corrected by a person" },
        "*",
        make("span", { class: "unseen" }, " corrected by a person"),
      )
    : null;
}

function marks(event) {
  const { conflicts, corrected, reports } = rare(event);
  const told = [
    conflicts && "reports differ",
    corrected && "corrected",
    reports && `${reports} reports`,
    data.events.aside[event] ? "mentioned in passing" : "",
  ].filter(Boolean);
  return (
    told.length > 0 &&
    make(
      "p",
      { class: "marks" },
      told.map((mark) => make("span", {}, mark)),
    )
  );
}

// Open or close an event where it stands, so that the focus stays.
function flip(event) {
  const element = byId(`e-${idOf(event)}`),
    toggleButton = element.querySelector(".toggle");
  const open = !opened.has(event);
  opened[open ? "add" : "delete"](event);
  element.classList.toggle("open", open);
  toggleButton.setAttribute("aria-expanded", String(open));
  if (open) {
    element.after(detail(event));
    toggleButton.setAttribute("aria-controls", `d-${idOf(event)}`);
  } else {
    element.nextElementSibling.remove();
    toggleButton.removeAttribute("aria-controls");
  }
}
