// The controls: what is chosen shows in them, and as chips that take it back.

const TITLES = {
  q: "Search",
  country: "Country",
  city: "Province",
  type: "Type",
  topic: "Topic",
  status: "Status",
  party: "Body",
  look: "Only",
};

function fillSelects() {
  for (const kind of LISTED) {
    const totals = new Map(tally(everyEvent(), (event) => [data.events[kind][event]].flat()));
    const options = data[kind]
      .map(([key, name], n) => [key, capital(name), totals.get(n) ?? 0])
      .filter((option) => option[2]);
    options.sort((a, b) => (a[1] < b[1] ? -1 : 1));
    byId(kind).append(
      ...options.map(([key, name, total]) => make("option", { value: key }, `${name} (${number(total)})`)),
    );
  }
  const looks = Object.entries(LOOKS).map(([key, [name, test]]) => [key, name, everyEvent().filter(test).length]);
  byId("look").append(
    ...looks.map(([key, name, total]) =>
      make("option", { value: key, disabled: total ? null : "" }, `${name} (${number(total)})`),
    ),
  );
}

function everyEvent() {
  return Array.from({ length: data.size }, (_, event) => event);
}

function change(values) {
  Object.assign(choice, values, { page: 0 });
  remember();
  refresh();
}

function toggle(key, value) {
  change({ [key]: choice[key] === value ? "" : value });
}

function clearAll() {
  change(Object.fromEntries(KEYS.map((key) => [key, ""])));
}

function refresh() {
  const events = matching(),
    focused = focusKey();
  showTimeline(events);
  showPartners(events);
  showPlaces(events);
  showTopics(events);
  showRegister(events);
  showChoice();
  focusAgain(focused);
}

// The figures and chips are drawn anew: the button that was pressed keeps the focus, or what stands for it.
function focusKey() {
  const list = document.activeElement?.closest("[data-figure]");
  return list ? [list.id, document.activeElement.textContent, document.activeElement.getAttribute("aria-label")] : null;
}

function focusAgain(key) {
  if (!key) return;
  const buttons = [...byId(key[0]).querySelectorAll("button")];
  (
    buttons.find((button) =>
      key[2]
        ? button.getAttribute("aria-label")?.split(":")[0] === key[2].split(":")[0]
        : button.textContent === key[1],
    ) ??
    byId("chips").querySelector("button") ??
    byId("q")
  ).focus({ preventScroll: true });
}

function showChoice() {
  for (const key of [...LISTED, "look", "q"]) if (byId(key).value !== choice[key]) byId(key).value = choice[key];
  const chips = chosen()
    .filter((key) => key !== "to" || choice.to !== choice.from)
    .map((key) =>
      make(
        "li",
        {},
        make(
          "button",
          { type: "button", click: () => change(key === "from" ? { from: "", to: "" } : { [key]: "" }) },
          chipText(key),
          make("span", { "aria-hidden": "true" }, " ×"),
          make("span", { class: "unseen" }, ", remove"),
        ),
      ),
    );
  const all =
    chips.length > 1
      ? [make("li", {}, make("button", { type: "button", class: "plain", click: clearAll }, "Clear all"))]
      : [];
  byId("chips").replaceChildren(...chips, ...all);
}

function chipText(key) {
  if (key === "from") return choice.to === choice.from ? spoken(choice.from) : `From ${choice.from}`;
  if (key === "to") return `To ${choice.to}`;
  const name = key === "look" ? LOOKS[choice.look]?.[0] : data[key]?.find((entry) => entry[0] === choice[key])?.[1];
  return `${TITLES[key]}: ${name ?? choice[key]}`;
}
