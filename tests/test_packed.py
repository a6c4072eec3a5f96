"""Records of articles are packed, and come back as they were."""

import json
from hashlib import sha256

import pytest

from hcoop.errors import HcoopError
from hcoop.store.packed import COMMON, packed, unpacked

RECORD = {"article": {"title": "Bệnh viện Chợ Rẫy", "url": None}, "events": [{"quote": "a \x7f line\n"}]}


def test_a_record_comes_back():
    assert unpacked(packed(json.dumps(RECORD, ensure_ascii=False))) == RECORD


def test_what_people_corrected_is_plain():
    assert unpacked(json.dumps(RECORD)) == RECORD


@pytest.mark.parametrize("damaged", [b"", b"none", packed(json.dumps(RECORD))[:-9], "{"])
def test_a_damaged_record_is_told(damaged):
    with pytest.raises(HcoopError, match="damaged"):
        unpacked(damaged)


def test_stores_need_what_records_have_in_common_as_it_is():
    """Another one needs another version of the store, and an upgrade that packs its records anew."""
    assert sha256(COMMON).hexdigest()[:12] == "490127fb9698"
