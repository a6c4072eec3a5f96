"""Nothing that an article says is ever active, and the page asks nothing of anybody."""

import base64
import hashlib
import re

from reports import store_of, written

HOSTILE = {
    "title": "</script><script>window.hacked=1</script><img src=x onerror='window.hacked=2'>",
    "outlet": "\"><svg onload=window.hacked=3>",
    "url": "javascript:window.hacked=4",
    "published": "2019-03-13",
    "text": (
        "😀 <!-- <script>window.hacked=5</script> ]]> {{ 7*7 }} ${window.hacked=6}\n\n"
        "Hue Central Hospital\u202e and the \u2066University of Sydney signed a memorandum of understanding on "
        "<b onclick=alert(1)>nursing</b> on Monday, said Dr Nguyen Van <iframe srcdoc='<script>parent.hacked=7"
        "</script>'> An\u2028.\n\n"
        "</textarea></style></noscript><a href='javascript:window.hacked=8'>more</a> & &lt;script&gt;"
    ),
}


def test_hostile_words_are_text(look, tmp_path):
    store = store_of(tmp_path, HOSTILE)
    title = "</title><script>window.hacked=9</script>"
    page = look(written(tmp_path / "page.html", "--db", str(store), "--title", title))
    page.locator("#rows .toggle").first.click()
    page.locator("summary").first.click()
    assert page.evaluate("window.hacked") is None
    assert page.locator("script").count() == 1  # its own: the data are gone once read
    assert page.locator("img, iframe, b[onclick], a[href^='javascript']").count() == 0
    article = page.locator(".article").first.inner_text()
    assert "<script>window.hacked=5</script>" in article
    assert re.search("[\u202a-\u202e\u2066-\u2069\u2028]", page.inner_text("body")) is None
    mark = page.locator("blockquote mark").first.inner_text()
    assert mark.startswith("Hue Central Hospital and the University of Sydney signed")
    assert page.title() == title


def test_hostile_words_are_text_without_scripts_too(look, tmp_path):
    page = look(written(tmp_path / "page.html", "--db", str(store_of(tmp_path, HOSTILE))), java_script_enabled=False)
    assert page.locator("main article").count() >= 1
    assert page.locator("main img, main iframe, main script, main svg[onload]").count() == 0


def test_an_address_of_the_web_is_a_link(look, tmp_path):
    store = store_of(tmp_path, {**HOSTILE, "url": "https://example.org/a?b=\"><script>"})
    page = look(written(tmp_path / "page.html", "--db", str(store)))
    page.locator("#rows .toggle").first.click()
    link = page.locator("figcaption a")
    assert link.get_attribute("href") == "https://example.org/a?b=\"><script>"
    assert link.get_attribute("rel") == "noopener noreferrer"


def test_the_policy_names_the_one_script_and_the_one_style(gold_page):
    html = gold_page.read_text("utf-8")
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', html)[1]
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    for tag, source in (("script", "script-src"), ("style", "style-src")):
        (inline,) = re.findall(rf"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(inline.encode()).digest()).decode()
        assert f"{source} 'sha256-{digest}';" in policy
    assert re.findall(r'\s(?:style|on\w+)="', html) == []
    assert re.findall(r'(?:src|href)="(?!#|https://www\.loc\.gov/)([^"]*)"', html) == []


def test_the_policy_holds(browser, gold_page):
    context = browser.new_context()
    page = context.new_page()
    page.goto(gold_page.resolve().as_uri())
    tried = page.evaluate(
        """() => {
          const made = document.createElement('script');
          const tries = {
            markup: () => { document.body.innerHTML = '<img src=x onerror=window.hacked=1>'; },
            script: () => { made.textContent = 'window.hacked=2'; document.body.append(made); },
            code: () => { setTimeout(() => eval('window.hacked=3')); },
          };
          return Object.fromEntries(Object.entries(tries).map(([name, act]) => {
            try { act(); return [name, 'done']; } catch (error) { return [name, error.name]; }
          }));
        }"""
    )
    page.wait_for_timeout(50)
    assert tried["markup"] == tried["script"] == "TypeError"
    assert page.evaluate("window.hacked") is None
    reached = page.evaluate("() => fetch('https://example.org/').then(() => true, () => false)")
    assert reached is False
    context.close()
