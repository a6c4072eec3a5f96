"""As much of a server of Google Cloud Storage as takes and gives objects: its JSON interface, on this machine.

https://cloud.google.com/storage/docs/json_api/v1
"""

import hashlib
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit


class _Google(BaseHTTPRequestHandler):
    objects: dict[str, bytes]

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        asked = {name: values[0] for name, values in parse_qs(address.query).items()}
        bucket, _, key = address.path.partition("/b/")[2].partition("/o")
        name = f"{bucket}/{unquote(key[1:])}"
        if not key[1:]:
            self.answer(self.listed(bucket, asked.get("prefix", ""), asked.get("delimiter")))
        elif name not in self.objects:
            self.answer({"error": {"code": 404, "message": "none"}}, 404)
        elif asked.get("alt") == "media" or "/download/" in self.path:
            self.answer(self.part(self.objects[name]))
        else:
            self.answer(self.told(name))

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        head = f"Content-Type: {self.headers['Content-Type']}\r\n\r\n".encode()
        described, data = (part.get_payload(decode=True) for part in message_from_bytes(head + body).get_payload())
        name = urlsplit(self.path).path.partition("/b/")[2].partition("/o")[0] + "/" + json.loads(described)["name"]
        self.objects[name] = data
        self.answer(self.told(name))

    def listed(self, bucket: str, prefix: str, delimiter: str | None) -> dict[str, Any]:
        found = sorted(name for name in self.objects if name.startswith(f"{bucket}/{prefix}"))
        below = {name: name[len(bucket) + 1 + len(prefix) :] for name in found}
        folders = {rest.partition("/")[0] for rest in below.values() if delimiter and "/" in rest}
        items = [self.told(name) for name, rest in below.items() if not (delimiter and "/" in rest)]
        return {"items": items, "prefixes": sorted(f"{prefix}{folder}/" for folder in folders)}

    def told(self, name: str) -> dict[str, Any]:
        bucket, _, key = name.partition("/")
        data = self.objects[name]
        return {"kind": "storage#object", "bucket": bucket, "name": key, "size": str(len(data)), "generation": "1",
                "etag": hashlib.md5(data).hexdigest(), "updated": "2026-11-22T00:00:00Z",
                "timeCreated": "2026-11-22T00:00:00Z"}

    def part(self, data: bytes) -> bytes:
        start, _, end = self.headers.get("Range", "bytes=0-").partition("=")[2].partition("-")
        return data[int(start or 0) : int(end) + 1 if end else None]

    def answer(self, value: Any, status: int = 200) -> None:
        body = value if isinstance(value, bytes) else json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json" if body is not value else "application/octet-stream")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        return


@contextmanager
def google_server(objects: dict[str, bytes]) -> Iterator[str]:
    """The address of a server that holds objects, by bucket and key; what is written is added to them."""
    handler = type("Handler", (_Google,), {"objects": objects})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()
