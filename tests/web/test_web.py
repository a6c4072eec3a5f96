"""Pages and feeds by their address, from a real server: what is new is fetched once, and hostile servers end early."""

import gzip
import json
import os
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import making
import pytest
from making import FIRST, PAGE, SECOND, TITLE

from hcoop.errors import HcoopError, UnreadableError
from hcoop.extraction import extract_document
from hcoop.ingest import Outcome, ingest
from hcoop.ingest.limits import Limits
from hcoop.store.read import Store
from hcoop.web import Client, Manners, is_address, visits
from hcoop.web.address import check_host, check_public, checked
from hcoop.web.robots import Robots

OPEN = Manners(pause=0, timeout=20, allow_private=True)
DB = Path("it.db")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def follow(*addresses: str) -> Outcome:
    return ingest(DB, [], addresses=addresses, manners=OPEN)


def counts(outcome: Outcome) -> tuple[int, int, int, int]:
    return outcome.new, outcome.changed, outcome.unchanged, len(outcome.rejected)


def stored() -> dict[str, str]:
    with Store(DB) as store:
        return {row["path"]: row["title"] for row in store.rows("SELECT path, title FROM articles ORDER BY path")}


def refused(url: str, manners: Manners = OPEN) -> str:
    """Return why an address cannot be had."""
    errors: list[HcoopError] = []
    assert not [visit for visit in visits([url], {}, manners, errors.append) if visit.documents]
    (error,) = errors
    assert error.hint
    assert "\n" not in error.message
    return error.message


def page(title: str, told: str = FIRST) -> str:
    return PAGE.replace(TITLE, title).replace(FIRST, told)


def test_a_page_is_fetched_again_only_if_it_changed(site: Any) -> None:
    url = site.put("/a.html", PAGE, etag='"1"')
    assert counts(follow(url)) == (1, 0, 0, 0)
    assert counts(follow(f"{url}#comments")) == (0, 0, 1, 0)
    site.put("/a.html", page("Three cities sign health pact"), etag='"2"')
    assert counts(follow(url)) == (0, 1, 0, 0)
    assert stored() == {url: "Three cities sign health pact"}
    assert ingest(DB, [], rebuild=True).extracted_again == 1
    assert site.asked == ["/robots.txt", "/a.html"] * 3
    assert all(agent.startswith("hcoop/") for agent in site.agents)


def feed(site: Any, *entries: tuple[str, str]) -> bytes:
    return making.feed([
        {"url": f"{site.address}/{name}.html", "title": title, "summary": f"<p>{FIRST}</p>",
         "published": "2020-01-02T03:04:05+07:00"} for name, title in entries])


@pytest.mark.parametrize("media_type", ["application/rss+xml", "text/xml", "text/html", "application/octet-stream"])
def test_a_feed_brings_what_is_new_and_what_changed(site: Any, media_type: str) -> None:
    for name in "abc":
        site.put(f"/{name}.html", page(f"City {name} signs a health pact"), etag=f'"{name}"')
    entries = [("a", "City a signs a health pact"), ("b", "City b signs a health pact")]
    url = site.put("/feed.xml", feed(site, *entries), media_type, etag='"f1"')
    assert counts(follow(url)) == (2, 0, 0, 0)

    site.asked.clear()  # nothing new
    assert counts(follow(url)) == (0, 0, 1, 0)
    assert site.asked == ["/robots.txt", "/feed.xml"]

    site.asked.clear()  # one new
    site.put("/feed.xml", feed(site, ("c", "City c signs a health pact"), *entries), media_type, etag='"f2"')
    assert counts(follow(url)) == (1, 0, 2, 0)
    assert site.asked == ["/robots.txt", "/feed.xml", "/c.html"]

    site.asked.clear()  # one changed, one no longer listed
    site.put("/a.html", page("City a signs a health pact", "Hue and Lyon signed no pact at all."), etag='"a2"')
    changed = [("a", "City a signs a health pact, corrected"), entries[1]]
    site.put("/feed.xml", feed(site, *changed), media_type, etag='"f3"')
    assert counts(follow(url)) == (0, 1, 1, 0)
    assert site.asked == ["/robots.txt", "/feed.xml", "/a.html"]
    assert sorted(stored()) == [f"{site.address}/{name}.html" for name in "abc"]
    with Store(DB) as store:
        assert store.count("SELECT count(*) FROM documents WHERE text LIKE '%signed no pact at all%'") == 1
        published = {row["published"] for row in store.rows("SELECT published FROM articles")}
    assert published == {"2020-01-02T03:04"}


def test_a_page_of_a_feed_that_failed_is_tried_again(site: Any) -> None:
    site.put("/a.html", PAGE)
    url = site.put("/feed.xml", feed(site, ("a", TITLE), ("b", "Late")), etag='"1"')
    assert counts(follow(url)) == (1, 0, 0, 1)
    site.put("/b.html", page("Late"))
    assert counts(follow(url)) == (1, 0, 1, 0)


def test_what_a_feed_tells_in_full_needs_no_page(site: Any) -> None:
    text = "".join(f"<p>On day {n}, {FIRST} {SECOND}</p>" for n in range(8))
    entry = {"url": f"{site.address}/gone.html", "title": TITLE, "summary": text, "published": "2020-01-02T03:04:05Z"}
    assert counts(follow(site.put("/feed.xml", making.feed([entry])))) == (1, 0, 0, 0)
    assert stored() == {f"{site.address}/gone.html": TITLE}


def test_robots_txt_is_heeded(site: Any) -> None:
    site.put("/robots.txt", "User-agent: *\nDisallow: /private/\nCrawl-delay: 7\n\nUser-agent: other\nDisallow: /\n")
    assert "may not be fetched by programs" in refused(site.put("/private/a.html", PAGE))
    assert "/private/a.html" not in site.asked
    site.pages["/moved"] = lambda request: request.answer(302, b"", Location="/private/a.html")
    assert "may not be fetched by programs" in refused(site.address + "/moved")
    site.pages["/robots.txt"] = lambda request: request.answer(503, b"")
    assert "/robots.txt answers 503" in refused(site.put("/a.html", PAGE))
    assert "/a.html" not in site.asked


def test_the_delay_that_a_host_asks_for_is_bounded() -> None:
    import protego

    def delay(seconds: str) -> float:
        robots = Robots(protego, lambda _: (200, f"User-agent: *\nCrawl-delay: {seconds}".encode()))
        robots.check("https://example.org/", "hcoop")
        return robots.delay("https://example.org/a", "hcoop")

    assert [delay("7"), delay("0.5"), delay("90000"), delay("soon")] == [7, 0.5, 60, 0]


def test_one_connection_a_host(site: Any) -> None:
    urls = [site.put(f"/{n}.html", page(f"City {n} signs a health pact")) for n in range(5)]
    assert counts(follow(*urls, urls[0])) == (5, 0, 0, 0)
    assert len(site.asked) == 6
    assert len(site.clients) == 1


ROUND = {"/r0": "/r1", "/r1": "/r0"}
FAR = {f"/r{n}": f"/r{n + 1}" for n in range(9)}


@pytest.mark.parametrize(("moves", "message"), [
    (ROUND, "redirects in a circle"),
    (FAR, "redirects more than 5 times"),
    ({"/r0": "file:///etc/passwd"}, "is a file, not on the web"),
    ({"/r0": "ftp://127.0.0.1/x"}, "is no address of the web"),
    ({"/r0": "http://[broken"}, "is no address"),
    ({"/r0": "http://me:secret@127.0.0.1/x"}, "is given with a password"),
])
def test_redirects_that_lead_nowhere(site: Any, moves: dict[str, str], message: str) -> None:
    def move(to: str) -> Callable[[Any], None]:
        return lambda request: request.answer(302, b"", Location=to)

    site.pages |= {path: move(to) for path, to in moves.items()}
    told = refused(site.address + "/r0")
    assert message in told
    assert "secret" not in told


def test_a_redirect_is_followed(site: Any) -> None:
    site.put("/b.html", PAGE)
    site.pages["/a"] = lambda request: request.answer(301, b"x" * 100, Location="b.html")
    (visit,) = visits([site.address + "/a"], {}, OPEN, pytest.fail)
    assert visit.documents[0].url == site.address + "/b.html"
    assert visit.documents[0].source.path == site.address + "/a"


def endless(request: Any) -> None:
    request.send_response(200)
    request.send_header("Content-Type", "text/html")
    request.end_headers()
    while True:
        request.wfile.write(b"<p>again and again" * 1000)


def drip(site: Any, head: bytes) -> Callable[[Any], None]:
    def slowly(request: Any) -> None:
        request.wfile.write(head)
        while not site.stopped.wait(0.05):
            request.wfile.write(b"x")
            request.wfile.flush()

    return slowly


def test_a_body_may_not_be_too_large(site: Any) -> None:
    site.pages["/endless"] = endless
    small = Manners(pause=0, timeout=20, max_bytes=100_000, allow_private=True)
    assert "has more than 100000 bytes" in refused(site.address + "/endless", small)
    bomb = gzip.compress(bytes(50_000_000))
    site.pages["/bomb"] = lambda request: request.answer(200, bomb, Content_Type="text/html", Content_Encoding="gzip")
    assert "has more than 100000 bytes" in refused(site.address + "/bomb", small)
    site.pages["/broken"] = lambda request: request.answer(200, bomb[5:900], Content_Encoding="gzip")
    assert "cannot be fetched" in refused(site.address + "/broken", small)


@pytest.mark.parametrize("head", [
    b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 9999999\r\n\r\n", b"HTTP/1.1 200 OK\r\nX: ", b"",
], ids=["body", "header", "status"])
def test_a_server_may_not_be_too_slow(site: Any, head: bytes) -> None:
    site.pages["/slow"] = drip(site, head)
    hasty = Manners(pause=0, timeout=0.4, allow_private=True)
    assert "took more than 0.4 seconds" in refused(site.address + "/slow", hasty)


def test_a_server_that_says_nothing(site: Any) -> None:
    site.pages["/mute"] = lambda _: site.stopped.wait(20)
    assert "took more than 0.4 seconds" in refused(site.address + "/mute", Manners(0, 0.4, allow_private=True))


def test_certificates_are_verified(impostor: Any) -> None:
    assert "is not what it claims to be" in refused(impostor.put("/a.html", PAGE))
    assert not impostor.asked


@pytest.mark.parametrize(("body", "media_type", "message"), [
    (b"\x89PNG", "image/png", "type that hcoop does not read (image/png)"),
    (b"", "text/html", "is empty"),
    (b"<rss><channel></channel></rss>", "text/xml", "feed without entries"),
    (b"<urlset></urlset>", "application/xml", "no RSS or Atom feed"),
])
def test_what_is_no_article(site: Any, body: bytes, media_type: str, message: str) -> None:
    assert message in refused(site.put("/a", body, media_type))
    assert "answers 404" in refused(site.address + "/none")


def test_other_formats_come_by_their_type(site: Any) -> None:
    text = "Le ministère de la Santé a envoyé des infirmières à Gand, où elles étudient déjà depuis l'été dernier."
    urls = [
        site.put("/paper", making.pdf([[TITLE, FIRST]]), "application/pdf"),
        site.put("/old", f"<p>{text}</p>".encode("cp1252"), "text/html; charset=windows-1252"),
        site.put("/press.zip", making.packed({"a.txt": FIRST.encode()}), "application/octet-stream"),
    ]
    found = [visit.documents[0] for visit in visits(urls, {}, OPEN, pytest.fail)]
    assert (found[0].source.media_type, text in found[1].text) == ("application/pdf", True)
    assert found[2].source.path == f"{urls[2]}/a.txt"


def test_private_addresses_are_refused_unless_asked_for(site: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    url = site.put("/a.html", PAGE)
    manners = Manners(pause=0)
    assert "is on a private network (127.0.0.1)" in refused(url, manners)
    # A name that is public when it is looked up, and private when it is connected to.
    monkeypatch.setattr("hcoop.web.client.check_host", lambda host: None)
    assert "is on a private network (127.0.0.1)" in refused(url, manners)
    assert not site.asked


@pytest.mark.parametrize("ip", [
    "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
    "255.255.255.255", "::1", "::", "fe80::1%eth0", "fc00::1", "ff02::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1",
    "2002:7f00:1::", "2001:db8::1",
])
def test_addresses_that_are_private(ip: str) -> None:
    with pytest.raises(UnreadableError, match="is on a private network"):
        check_public(ip, "x")


@pytest.mark.parametrize("ip", ["93.184.215.14", "2606:4700::1111", "::ffff:93.184.215.14", "64:ff9b::5db8:d70e"])
def test_addresses_that_are_public(ip: str) -> None:
    check_public(ip, "x")


def test_a_name_that_is_none() -> None:
    with pytest.raises(UnreadableError, match="is not found"):
        check_host("no-such-host.invalid")


@pytest.mark.parametrize(("text", "wanted"), [
    ("https://example.org/a", True), ("HTTP://example.org", True), ("file:///etc/passwd", True), ("file:a", True),
    ("gopher://x", True), ("press/a.html", False), ("/press/a.html", False), ("C:\\press", False), ("a:b.txt", False),
])
def test_what_is_an_address(text: str, wanted: bool) -> None:
    assert is_address(text) == wanted
    if wanted and not text.lower().startswith("http"):
        with pytest.raises(UnreadableError):
            checked(text)


def test_without_the_libraries_it_says_how_to_get_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "protego", None)
    errors: list[HcoopError] = []
    assert not list(visits(["https://example.org/"], {}, OPEN, errors.append))
    assert errors[0].hint == "python -m pip install 'hcoop[web]'"


def test_the_command_line_takes_addresses(site: Any, run: Any) -> None:
    url = site.put("/a.html", PAGE)
    Path("a.txt").write_text(f"{TITLE}\n\n{FIRST}\n\n{SECOND}\n")
    ran = run("extract", url, "a.txt", "--allow-private", "--pause", "0")
    assert [json.loads(line)["article"]["source"]["path"] for line in ran.out.splitlines()] == [url, "a.txt"]
    assert (ran.status, ran.err) == (0, "")
    ran = run("ingest", url, "a.txt", "file:///etc/passwd", "--db", "it.db", "--allow-private", "--pause", "0")
    assert (ran.status, "ingested: 2 new, 1 rejected" in ran.out) == (3, True)
    ran = run("ingest", url, "--db", "new.db")
    assert (ran.status, "--allow-private" in ran.err) == (1, True)
    assert not Path("new.db").exists()


def test_a_slow_server_leaves_the_store_open_to_others(site: Any) -> None:
    url = site.put("/a.html", PAGE)
    Path("a.txt").write_text(f"{TITLE}\n\n{FIRST}\n\n{SECOND}\n")
    begun, go_on = threading.Event(), threading.Event()

    def wait(request: Any) -> None:
        begun.set()
        go_on.wait(20)
        request.answer(200, PAGE.encode(), Content_Type="text/html")

    site.pages["/a.html"] = wait
    follower = threading.Thread(target=follow, args=[url])
    follower.start()
    assert begun.wait(20)
    assert ingest(DB, [Path("a.txt")]).new == 1
    go_on.set()
    follower.join()
    assert len(stored()) == 2


def test_a_client_reports_errors_of_the_network() -> None:
    client = Client(OPEN)
    with pytest.raises(UnreadableError, match="cannot be fetched"):
        client.get("http://127.0.0.1:9/")


@pytest.mark.slow
@pytest.mark.parametrize("fate", [lambda: time.sleep(3600), lambda: os._exit(0)], ids=["hangs", "ends"])
def test_a_page_of_which_extraction_does_not_end_costs_that_page_alone(site, fate, monkeypatch) -> None:
    def extract(document: Any, lexicon: Any) -> Any:
        if "Fatal" in document.text:
            fate()
        return extract_document(document, lexicon)

    monkeypatch.setattr("hcoop.ingest.work.extract_document", extract)
    urls = [site.put(f"/{name}.html", page(f"{name} cities sign health pact")) for name in ("Two", "Fatal", "Four")]
    outcome = ingest(DB, [], addresses=urls, manners=OPEN, limits=Limits(timeout=5))
    assert list(stored()) == sorted([urls[0], urls[2]])
    assert [error.message.split()[0] for error in outcome.rejected] == [urls[1]]
