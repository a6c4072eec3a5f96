// The register: a page of rows, each opening to its evidence.

const PER_PAGE = 50;

function showRegister(events) {
  const rows = sorted(events),
    pages = Math.max(1, Math.ceil(rows.length / PER_PAGE));
  choice.page = Math.min(Math.max(0, choice.page), pages - 1);
  showRows(rows.slice(choice.page * PER_PAGE, (choice.page + 1) * PER_PAGE));
  for (const head of document.querySelectorAll("#events th[data-sort]")) {
    const by = head.dataset.sort === choice.sort;
    if (by) head.setAttribute("aria-sort", choice.down ? "descending" : "ascending");
    else head.removeAttribute("aria-sort");
  }
  byId("count").textContent =
    events.length === data.size
      ? count(events.length, "event")
      : `${number(events.length)} of ${count(data.size, "event")}`;
  showPager(pages);
}

function showRows(events) {
  byId("rows").replaceChildren(
    ...events.flatMap((event) => (opened.has(event) ? [row(event), detail(event)] : [row(event)])),
  );
  if (!events.length)
    byId("rows").append(
      make(
        "tr",
        { role: "row" },
        make(
          "td",
          { role: "cell", colspan: 6, class: "none" },
          data.size ? "No event fits that. " : "The register has no event that fits the filters of this report. ",
          data.size > 0 && make("button", { type: "button", class: "plain", click: clearAll }, "Clear the filters"),
        ),
      ),
    );
}

function sortBy(name) {
  choice.down = choice.sort === name ? !choice.down : name === "date";
  change({ sort: name });
}

function showPager(pages) {
  const last = choice.page >= pages - 1;
  byId("pager").hidden = pages === 1;
  byId("page").textContent = `Page ${number(choice.page + 1)} of ${number(pages)}`;
  byId("first").disabled = byId("previous").disabled = choice.page === 0;
  byId("next").disabled = byId("last").disabled = last;
}

function turn(page) {
  choice.page = page;
  showRegister(matching());
  byId("register").scrollIntoView();
  byId("page").focus({ preventScroll: true });
}
