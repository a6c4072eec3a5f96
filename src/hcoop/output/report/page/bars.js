// Lists of names with a bar each: partners, provinces, topics, types. A name is a button that filters by it.

const SHOWN = matchMedia("(max-width: 44rem)").matches ? 6 : 12;
const unfolded = new Set();

// Count how often each value occurs; `values` gives those of an event. The most frequent first.
function tally(events, values) {
  const counts = new Map();
  for (const event of events) for (const one of values(event)) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

// Show rows of [value, name, count, note] in the list with this id; `key` is the filter that a click sets.
function showBars(id, key, rows) {
  const most = Math.max(1, ...rows.map((row) => row[2]));
  const cut = unfolded.has(id) ? rows.length : SHOWN;
  byId(id).replaceChildren(...rows.slice(0, cut).map((row) => bar(key, row, most)), ...more(id, rows.length, cut));
  if (!rows.length) byId(id).append(make("li", { class: "none" }, "None told"));
}

function bar(key, [value, name, events, note], most) {
  const pressed = choice[key] === value;
  return make(
    "li",
    {},
    make(
      "button",
      { type: "button", class: "name", "aria-pressed": String(pressed), click: () => toggle(key, value) },
      name,
      note && make("small", {}, ` ${note}`),
    ),
    make("span", { class: "bar", "aria-hidden": "true", style: { "--part": events / most } }),
    make(
      "span",
      { class: "count" },
      number(events),
      make("span", { class: "unseen" }, events === 1 ? " event" : " events"),
    ),
  );
}

function more(id, total, cut) {
  if (total <= SHOWN) return [];
  const act = () => {
    unfolded.has(id) ? unfolded.delete(id) : unfolded.add(id);
    refresh();
  };
  const said = total > cut ? `Show all ${number(total)}` : `Show the first ${SHOWN}`;
  return [make("li", { class: "more" }, make("button", { type: "button", class: "plain", click: act }, said))];
}

function showTopics(events) {
  for (const [id, kind] of [
    ["topics", "topic"],
    ["types", "type"],
  ]) {
    const rows = tally(events, (event) => [data.events[kind][event]].flat());
    showBars(
      id,
      kind,
      rows.map(([number, total]) => [data[kind][number][0], capital(data[kind][number][1]), total]),
    );
  }
}
