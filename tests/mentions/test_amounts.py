import pytest

from hcoop import lexicon
from hcoop.mentions.amounts import find_amounts


@pytest.mark.parametrize(
    ("text", "value", "currency", "written"),
    [
        ("worth US$2.5 million in all", 2_500_000, "USD", "US$2.5 million"),
        ("a package of 55,000 USD for", 55_000, "USD", "55,000 USD"),
        ("VND38 billion from the budget", 38e9, "VND", "VND38 billion"),
        ("worth JPY2 billion (", 2e9, "JPY", "JPY2 billion"),
        ("some 2 billion JPY of aid", 2e9, "JPY", "2 billion JPY"),
        ("about £75,000 was", 75_000, "GBP", "£75,000"),
        ("to the tune of EUR 120,000, was", 120_000, "EUR", "EUR 120,000"),
        ("1.2 million euros", 1_200_000, "EUR", "1.2 million euros"),
        ("VND1.200.000.000 was", 1.2e9, "VND", "VND1.200.000.000"),
        ("a $15 million project", 15e6, "USD", "$15 million"),
        ("18.8million USD", 18.8e6, "USD", "18.8million USD"),
        ("VNĐ2 trillion ", 2e12, "VND", "VNĐ2 trillion"),
    ],
)
def test_amount_is_read(text: str, value: float, currency: str, written: str) -> None:
    (amount,) = find_amounts(text, lexicon.load())
    assert (amount.value, amount.currency, amount.text) == (pytest.approx(value), currency, written)


@pytest.mark.parametrize("text", ["498,000 doses", "25 provinces", "won three medals", "in 2 billion years"])
def test_other_figures_are_not_money(text: str) -> None:
    assert list(find_amounts(text, lexicon.load())) == []
