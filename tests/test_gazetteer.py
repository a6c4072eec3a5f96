"""The gazetteers know what a reader of this press knows; their form is checked by `hcoop.check`."""

from collections import Counter
from functools import cache
from typing import Any

import pytest

from hcoop import lexicon
from hcoop.text import fold


@cache
def entries(name: str) -> list[dict[str, Any]]:
    content = lexicon.load()[f"gazetteer/{name}"]
    found: list[dict[str, Any]] = content["organisations"] if name == "organisations" else content
    return found


def spellings(entry: dict[str, Any], *keys: str) -> set[str]:
    return {fold(name) for key in keys for name in (entry.get(key) or [])}


@cache
def owners(name: str, *keys: str) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for entry in entries(name):
        for spelling in {fold(entry["name"]), *spellings(entry, *keys)}:
            found.setdefault(spelling, []).append(entry)
    return found


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("RoK", "KR"), ("Korean", "KR"), ("South Korean", "KR"), ("DPRK", "KP"), ("Holland", "NL"), ("Dutch", "NL"),
        ("Russian Federation", "RU"), ("Scottish", "GB"), ("Welsh", "GB"), ("English", "GB"), ("UK", "GB"),
        ("US", "US"),
        ("American", "US"), ("Lao", "LA"), ("Laos", "LA"), ("Swiss", "CH"), ("Danish", "DK"), ("Timor-Leste", "TL"),
        ("UAE", "AE"), ("Türkiye", "TR"), ("Czechia", "CZ"), ("Burma", "MM"), ("Việt Nam", "VN"), ("Ivorian", "CI"),
    ],
)
def test_country_names(written: str, code: str) -> None:
    assert [entry["code"] for entry in owners("countries", "aliases", "demonyms")[fold(written)]] == [code]


def test_every_country_is_there_once() -> None:
    codes = Counter(entry["code"] for entry in entries("countries"))
    assert len(codes) == 249  # ISO 3166-1
    assert set(codes.values()) == {1}
    assert "INT" not in codes


@pytest.mark.parametrize(
    ("town", "province"),
    [
        ("Nha Trang", "Khanh Hoa"), ("Dong Ha", "Quang Tri"), ("Sa Pa", "Lao Cai"), ("Vung Tau", "Ba Ria - Vung Tau"),
        ("Quy Nhon", "Binh Dinh"), ("Da Lat", "Lam Dong"), ("Buon Ma Thuot", "Dak Lak"), ("Ha Long", "Quang Ninh"),
        ("Vinh", "Nghe An"), ("Dong Hoi", "Quang Binh"), ("My Tho", "Tien Giang"), ("Bien Hoa", "Dong Nai"),
        ("Ha Dong", "Hanoi"), ("Thanh Tri", "Hanoi"), ("Cu Chi", "Ho Chi Minh City"), ("Thu Duc", "Ho Chi Minh City"),
        ("Phu Quoc", "Kien Giang"), ("Hoi An", "Quang Nam"), ("Pleiku", "Gia Lai"), ("Dien Bien Phu", "Dien Bien"),
        ("Cam Le", "Da Nang"), ("A Luoi", "Hue"), ("Con Dao", "Ba Ria - Vung Tau"), ("Mu Cang Chai", "Yen Bai"),
    ],
)
def test_towns_stand_for_their_province(town: str, province: str) -> None:
    assert province in [entry["name"] for entry in owners("places", "towns")[fold(town)]]


@pytest.mark.parametrize(
    ("written", "name", "country"),
    [
        ("HCMC", "Ho Chi Minh City", "VN"), ("TP.HCM", "Ho Chi Minh City", "VN"), ("Saigon", "Ho Chi Minh City", "VN"),
        ("Danang", "Da Nang", "VN"), ("Huế", "Hue", "VN"), ("Thừa Thiên-Huế", "Hue", "VN"),
        ("Haiphong", "Hai Phong", "VN"),
        ("Gyeonggi-do", "Gyeonggi", "KR"), ("Jeonbuk", "North Jeolla", "KR"), ("Kanagawa Prefecture", "Kanagawa", "JP"),
        ("Île-de-France", "Île-de-France", "FR"), ("Bretagne", "Brittany", "FR"), ("Champassak", "Champasak", "LA"),
        ("Hessen", "Hesse", "DE"), ("Guangxi Zhuang Autonomous Region", "Guangxi", "CN"),
    ],
)
def test_place_names(written: str, name: str, country: str) -> None:
    found = {(entry["name"], entry["country"]) for entry in owners("places", "aliases")[fold(written)]}
    assert found == {(name, country)}


def test_provinces_of_viet_nam() -> None:
    home = [entry for entry in entries("places") if entry["country"] == "VN" and entry["kind"] != "region"]
    assert len([entry for entry in home if not entry.get("valid_from")]) == 63
    codes = Counter(entry["code"] for entry in home if entry.get("code"))
    assert set(codes.values()) == {1}


def test_mergers_agree_both_ways() -> None:
    home = {entry["id"]: entry for entry in entries("places")}
    merged = {(id, entry["merged_into"]) for id, entry in home.items() if entry.get("merged_into")}
    formed = {(part, id) for id, entry in home.items() for part in entry.get("formed_from", ())}
    assert merged == formed


@pytest.mark.parametrize(
    ("written", "country", "city"),
    [
        ("Cho Ray Hospital", "VN", "Ho Chi Minh City"), ("Xanh Pôn Hospital", "VN", "Hanoi"),
        ("K Hospital", "VN", "Hanoi"),
        ("Ministry of Education and Training", "VN", None), ("JICA", "JP", None), ("KOICA", "KR", None),
        ("World Health Organization", "INT", None), ("UNICEF", "INT", None), ("ASEAN", "INT", None),
        ("AP-HP", "FR", None),
        ("OUCRU", "GB", "Ho Chi Minh City"), ("Sanofi Pasteur", "FR", None), ("Roche", "CH", None),
        ("Viettel", "VN", "Hanoi"),
        ("Chang Gung Memorial Hospital", "TW", None), ("Cliniques universitaires Saint-Luc", "BE", None),
        ("Fred Hollows Foundation", "AU", None), ("Karolinska Institutet", "SE", None), ("Gavi", "INT", None),
    ],
)
def test_organisations(written: str, country: str, city: str | None) -> None:
    found = owners("organisations", "aliases", "acronyms")[fold(written)]
    assert [(entry["country"], entry["city"]) for entry in found] == [(country, city)]


def test_names_are_spelt_as_records_print_them() -> None:
    home = [entry["name"] for entry in entries("places") if entry["country"] == "VN"]
    bodies = entries("organisations")
    assert [name for name in home if not name.isascii()] == []
    assert [entry["name"] for entry in bodies if "’" in entry["name"] or "–" in entry["name"]] == []
    assert [entry["name"] for entry in bodies if entry["country"] == "VN" and "Centre" in entry["name"]] == []


def test_foreign_cities_are_none_of_viet_nam() -> None:
    home = {fold(name) for entry in entries("places") if entry["country"] == "VN"
            for name in [entry["name"], *entry["aliases"], *entry.get("towns", [])]}
    abroad = {fold(city) for cities in lexicon.load()["gazetteer/foreign_cities"].values() for city in cities}
    assert home & abroad == set()
