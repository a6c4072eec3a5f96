"""Records of articles in few bytes: JSON compressed by zlib, which is given beforehand what all records have in common.

`COMMON` is a part of the store's format: what was packed with one is not to be unpacked with another.
"""

import json
import zlib
from typing import Any

from hcoop.errors import HcoopError

Plain = dict[str, Any]

COMMON = (
    b'"url":"https://www.","pages":[],"source":{"path":"","sha256":"","media_type":"text/plain","encoding":"utf-8"},'
    b'"places":[{"name":"","kind":"region","country":"VN","code":"VN-HN","mentions":['
    b'{"name":"Vietnam","kind":"country","country":"VN","code":"VN","mentions":[{"name":"Hanoi","kind":"city",'
    b'"people":[{"name":"Nguyen ","aliases":[],"role":"Director","organisation":null,"mentions":[{"start":1'
    b'"organisations":[{"id":"vn-hanoi-","name":"Hanoi Department of Health","aliases":[],"kind":"ministry",'
    b'"city":"Ho Chi Minh City","mentions":[{"id":"xx-","name":"Hospital","aliases":[],"kind":"hospital","country":'
    b'"city":null,"mentions":[{"id":"who","name":"World Health Organization","aliases":["WHO"],"country":"INT",'
    b'{"article":{"id":"","title":"","standfirst":null,"published":"20","author":null,"agency":null,"outlet":null,'
    b'"dateline":null,"section":null,"language":"en","url":null,"blocks":[{"start":0,"end":1,"role":"title"},'
    b'"role":"date"},"role":"standfirst"},"role":"caption"},"role":"heading"},"role":"nav"},"role":"related"},'
    b'"role":"body"},{"start":1,"end":2,"role":"body"},"relevant":true,"countries":[""],"cities":["Hanoi"],"topics":["'
    b'"dates":[{"start":1,"end":1,"text":"","edtf":"20","basis":"stated","conflict":false},{"start":'
    b'"basis":"relative","conflict":false},{"start":"events":[{"id":"","type":"meeting","status":"planned",'
    b'"importance":"side","instrument":null,"title":"","type":"agreement","instrument":"mou","type":"training",'
    b'"type":"aid","status":"completed","importance":"main","instrument":null,"title":"Aid: ","date":"20",'
    b'"date_basis":"relative","city":null,"date_basis":"stated","city":"Hanoi","countries":["JP"],"participants":['
    b'{"name":"","side":"home","country":"VN","role":"recipient","aliases":[]},{"name":"","side":"partner","country":"",'
    b'"role":"donor","aliases":[]}],"role":"participant","role":"signatory","people":[{"name":"","role":"participant"}],'
    b'"topics":["hospital_management"],"amounts":[],"evidence":[{"start":1,"end":1,"quote":"","page":null}]}]}'
)


def packed(record: str) -> bytes:
    """Return a record in JSON packed."""
    packer = zlib.compressobj(zdict=COMMON)
    return packer.compress(record.encode()) + packer.flush()


def unpacked(record: bytes | str) -> Plain:
    """Return a record that was packed, or is JSON as people corrected it. Raises HcoopError if it is damaged."""
    try:
        if isinstance(record, bytes):
            record = zlib.decompressobj(zdict=COMMON).decompress(record).decode()
        found: Plain = json.loads(record)
    except (zlib.error, ValueError) as error:
        raise HcoopError("a record of the store is damaged", hint="run `hcoop ingest --rebuild`") from error
    return found
