// Begin: read the data, fill the controls, follow what the reader does.

const PRINTED = 400; // events; more would be a book

function wire() {
  let waiting;
  byId("q").addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => change({ q: byId("q").value }), data.size > 5000 ? 250 : 80);
  });
  for (const key of [...LISTED, "look"]) byId(key).addEventListener("change", () => change({ [key]: byId(key).value }));
  byId("filters").addEventListener("submit", (event) => event.preventDefault());
  for (const head of document.querySelectorAll("#events th[data-sort]")) {
    head.querySelector("button").addEventListener("click", () => sortBy(head.dataset.sort));
  }
  for (const [id, page] of Object.entries({
    first: () => 0,
    previous: () => choice.page - 1,
    next: () => choice.page + 1,
    last: () => Infinity,
  })) {
    byId(id).addEventListener("click", () => turn(page()));
  }
  addEventListener("hashchange", recall);
  matchMedia("print").addEventListener("change", (print) => (print.matches ? beforePrint() : refresh()));
  addEventListener("beforeprint", beforePrint);
  addEventListener("afterprint", refresh);
}

// On paper every event that is left stands open.
function beforePrint() {
  const events = sorted(matching());
  byId("rows").replaceChildren(...events.slice(0, PRINTED).flatMap((event) => [row(event), detail(event)]));
  byId("printed").textContent =
    events.length > PRINTED
      ? `The first ${number(PRINTED)} of ${number(events.length)} events are printed; filters leave fewer.`
      : "";
}

// Make ready for the first search while the reader reads.
function prepare(event) {
  const until = performance.now() + 12;
  while (event < data.size && performance.now() < until) searched(event++);
  if (event < data.size) setTimeout(prepare, 20, event);
}

async function begin() {
  await load();
  fillSelects();
  wire();
  document.documentElement.classList.add("ready");
  recall();
  prepare(0);
  const time = byId("years").parentElement;
  time.scrollLeft = time.scrollWidth; // the latest years first, where not all have room
}

begin().catch((error) => {
  byId("failed").hidden = false;
  throw error;
});
