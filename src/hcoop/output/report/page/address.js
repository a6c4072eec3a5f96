// The address tells what is chosen, so that a choice or an event can be sent as a link.

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
  choice.sort = Object.hasOwn(SORTS, sort) ? sort : "date";
  if (!Object.hasOwn(LOOKS, choice.look)) choice.look = "";
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
