// The controls: what is chosen shows in them and in the address, so that a choice can be sent as a link.

const TITLES = { q: "Search", country: "Country", city: "Province", type: "Type", topic: "Topic", status: "Status", party: "Body", look: "Only" };

function fillSelects() {
  for (const kind of LISTED) {
    const totals = new Map(tally(everyEvent(), (event) => [data.events[kind][event]].flat()));
    const options = data[kind].map(([key, name], n) => [key, capital(name), totals.get(n) ?? 0]).filter((option) => option[2]);
    options.sort((a, b) => (a[1] < b[1] ? -1 : 1));
    byId(kind).append(...options.map(([key, name, total]) => make("option", { value: key }, `${name} (${number(total)})`)));
  }
  const looks = Object.entries(LOOKS).map(([key, [name, test]]) => [key, name, everyEvent().filter(test).length]);
  byId("look").append(...looks.map(([key, name, total]) => make("option", { value: key, disabled: total ? null : "" }, `${name} (${number(total)})`)));
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
  const events = matching(), focused = focusKey();
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
  (buttons.find((button) => key[2] ? button.getAttribute("aria-label")?.split(":")[0] === key[2].split(":")[0] : button.textContent === key[1])
    ?? byId("chips").querySelector("button") ?? byId("q")).focus({ preventScroll: true });
}

function showChoice() {
  for (const key of [...LISTED, "look", "q"]) if (byId(key).value !== choice[key]) byId(key).value = choice[key];
  const chips = chosen().filter((key) => key !== "to" || choice.to !== choice.from).map((key) => make("li", {},
    make("button", { type: "button", click: () => change(key === "from" ? { from: "", to: "" } : { [key]: "" }) },
      chipText(key), make("span", { "aria-hidden": "true" }, " ×"), make("span", { class: "unseen" }, ", remove"))));
  const all = chips.length > 1 ? [make("li", {}, make("button", { type: "button", class: "plain", click: clearAll }, "Clear all"))] : [];
  byId("chips").replaceChildren(...chips, ...all);
}

function chipText(key) {
  if (key === "from") return choice.to === choice.from ? spoken(choice.from) : `From ${choice.from}`;
  if (key === "to") return `To ${choice.to}`;
  const name = key === "look" ? LOOKS[choice.look]?.[0] : data[key]?.find((entry) => entry[0] === choice[key])?.[1];
  return `${TITLES[key]}: ${name ?? choice[key]}`;
}

function remember() {
  const parts = new URLSearchParams(chosen().map((key) => [key, choice[key]]));
  if (choice.sort !== "date" || !choice.down) parts.set("sort", (choice.down ? "-" : "") + choice.sort);
  try {
    history.replaceState(null, "", `#${parts}`);
  } catch {
    // A page shown inside a mail program may have no address to change.
  }
}

let begun = false;

// Take the choice from the address, or open the event that it names.
function recall() {
  if (begun && byId(location.hash.slice(1))) return; // a link to a part of the page
  const parts = new URLSearchParams(location.hash.slice(1));
  if (parts.has("event")) {
    goTo(parts.get("event"));
    return;
  }
  for (const key of KEYS) choice[key] = parts.get(key) ?? "";
  const sort = (parts.get("sort") ?? "-date").replace(/^-/, "");
  choice.sort = sort in SORTS ? sort : "date";
  choice.down = (parts.get("sort") ?? "-date").startsWith("-");
  begun = true;
  refresh();
}

function goTo(id) {
  const event = eventOf(id);
  if (event < 0) {
    refresh();
    return;
  }
  if (!matching().includes(event)) Object.assign(choice, Object.fromEntries(KEYS.map((key) => [key, ""])));
  opened.add(event);
  choice.page = Math.floor(sorted(matching()).indexOf(event) / PER_PAGE);
  refresh();
  byId(`e-${id}`).scrollIntoView();
  byId(`e-${id}`).querySelector(".toggle").focus({ preventScroll: true });
}
