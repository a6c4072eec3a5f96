// An event opened: what is known of it, and how surely.

const BASIS = {
  stated: "told in full by the article",
  relative: "completed from the day of the article or from its text",
  none: "without a year, which the article does not tell",
};

function detail(event) {
  return make(
    "tr",
    { role: "row", id: `d-${idOf(event)}`, class: "detail" },
    make("td", { role: "cell", colspan: 6 }, make("div", { class: "sheet" }, facts(event), evidence(event))),
  );
}

function facts(event) {
  const { title, term, amounts, conflicts, corrected, checked, plans, followed, reports } = rare(event);
  const rows = [
    ["Event", [title || capital(label("type", event)), instrumentOf(event)]],
    ["Date", dateFacts(event)],
    ["Status", [label("status", event), data.events.aside[event] ? ", mentioned in passing" : ""]],
    ["At home", sideOf(event, 0)],
    ["Partner", sideOf(event, 1)],
    ["Province", label("city", event) || unknown("national, or not told")],
    ["People", listed(data.events.people[event].map((person) => [data.people[person][0], data.people[person][1]]))],
    ["Topics", label("topic", event).map(capital).join(", ") || unknown("none told")],
    ["Term", term],
    ["Amount", (amounts ?? []).join("; ")],
    ["Reports differ", conflicts && conflicts.map(conflict)],
    ["Corrected", corrected && corrected.map(correction)],
    ["Checked", checked && `right as it is, by ${checked[0]} on ${checked[1]}${checked[2] ? `: ${checked[2]}` : ""}`],
    ["Carries out", plans && plans.map(eventLink)],
    ["Carried out by", followed && followed.map(eventLink)],
    ["Told by", reports && `${reports} reports, taken for one event`],
    [
      "Id",
      [
        make("code", {}, idOf(event)),
        " ",
        make("a", { class: "here", href: `#event=${idOf(event)}` }, "link to this event"),
      ],
    ],
  ];
  return make(
    "dl",
    { class: "facts" },
    rows
      .filter(([, told]) => told && told.length !== 0)
      .map(([name, told]) => make("div", {}, make("dt", {}, name), make("dd", {}, told))),
  );
}

function instrumentOf(event) {
  return label("instrument", event) && `: ${label("instrument", event)}`;
}

function dateFacts(event) {
  const date = dateOf(event),
    day = reported(event);
  const report = day ? `first reported ${day}` : "the day of the report is not told";
  if (!date) return [unknown("not told"), `; ${report}`];
  return [date.said, " (", make("code", {}, date.edtf), "), ", BASIS[value("basis", event)], `; ${report}`];
}

function sideOf(event, side) {
  const parties = data.events.parties[event].map((party) => data.parties[party]).filter((party) => party[1] === side);
  const abroad = side === 1 && !parties.length && label("country", event).join(", ");
  if (!parties.length) return abroad || unknown("no body is named");
  return listed(
    parties.map(([name, , country, role]) => [
      name,
      [country >= 0 && data.country[country][1] !== name ? data.country[country][1] : "", role]
        .filter(Boolean)
        .join(", "),
    ]),
  );
}

function listed(pairs) {
  return pairs.flatMap(([name, note], n) => [n ? "; " : "", name, note && make("small", {}, ` (${note})`)]);
}

function conflict([field, values]) {
  return make(
    "p",
    {},
    `${capital(field)}: `,
    values.map(([told, article], n) => [n ? "; " : "", said(told) || "none", ` (${outletOf(article)})`]),
  );
}

function correction([field, was, by, date, why]) {
  const before = ["merge", "split"].includes(field) ? "" : ` was ${said(was) || "none"},`;
  return make("p", {}, `${capital(said(field))}:${before} by ${by} on ${date}${why ? `: ${why}` : ""}`);
}

function said(value) {
  return value.replaceAll("_", " ");
}

function outletOf(id) {
  const article = data.articles.find((one) => one[0] === id);
  return article ? article[2] || article[5] || id : id;
}

function eventLink(id) {
  const event = eventOf(id);
  return make(
    "p",
    {},
    event < 0
      ? `event ${id}, which is not in this report`
      : make("a", { href: `#event=${id}` }, `${dateOf(event)?.said ?? "no date told"}, ${who(event)}`),
  );
}
