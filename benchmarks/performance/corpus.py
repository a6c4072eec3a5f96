"""Press articles made by filling sentences, as many as are wanted: the same number and seed give the same bytes.

Nothing in them is a real text or person. Each article is of about 2.5 KB, tells some events in the words of the press,
and has a word that is in no other, so that the vocabulary grows with the corpus.
"""

import datetime
import random
from collections.abc import Iterator
from pathlib import Path

_LENGTH = 2400
_NEWS_SHARE = 0.2  # of the paragraphs behind the first
_FOLDER = 1000  # articles in one folder

_COUNTRIES = ("France", "Japan", "the Republic of Korea", "the United States", "Australia", "Germany", "Cuba", "Laos")
_BODIES = ("WHO", "UNICEF", "JICA", "KOICA", "USAID", "the World Bank", "the Global Fund", "AP-HP", "Orbis", "PATH")
_CITIES = ("Hanoi", "Ho Chi Minh City", "Da Nang", "Hue", "Can Tho", "Hải Phòng", "Nghệ An", "Đồng Nai", "Lào Cai",
           "Sơn La")
_HOSPITALS = ("Bach Mai Hospital", "Cho Ray Hospital", "Viet Duc Hospital", "Hue Central Hospital", "Da Nang Hospital",
              "the National Children's Hospital", "Bệnh viện Chợ Rẫy", "Tu Du Hospital")
_TOPICS = ("maternal and child health", "HIV prevention", "tuberculosis control", "cancer screening", "cardiac surgery",
           "telemedicine", "nursing education", "vaccine production", "eye care", "health insurance reform")
_NAMES = ("Nguyen Van Hung", "Trần Thị Lan", "Le Minh Tuan", "Phạm Đức Dũng", "Hoang Thanh Huong", "Vũ Ngọc Sơn")
_GUESTS = ("Jean Dupont", "Yuki Tanaka", "Sarah Smith", "Park Min-jun", "Ingrid Larsen", "Carlos Lopez")
_NEWS = (
    "{hospital} signed a memorandum of understanding on {topic} with {body} on {day}.",
    "A delegation from {country} led by {guest} visited {hospital} in {city} on {day}.",
    "{country} handed over equipment worth US${number}.5 million to {hospital} in {city}.",
    "The two sides agreed to exchange doctors in {topic} in {later}.",
    "A training course on {topic} for {number} doctors, funded by {body}, opened in {city} on {day}.",
)
_BACKGROUND = (
    "{name}, director of {hospital}, said that {topic} was a priority for the hospital.",
    "About {number} percent of patients in {city} travel more than {number} kilometres to see a specialist.",
    "The wards have been crowded for years, and families often sleep in the corridors.",
    "Doctors advise people in {city} to have themselves examined once a year.",
    "Reference number {rare} was given to the file by the department.",
    "{name} added that costs had risen since {earlier} while salaries had not.",
    "The new building has {number} rooms on six floors, and a garden where patients can walk.",
    "In {earlier}, the hospital treated {number} thousand people, most of them from the countryside.",
    "{name} thanked the guests from {country} and wished them a pleasant stay.",
    "Rain fell for most of the morning, but the hall was full.",
)
_SYLLABLES = ("ba", "ke", "mi", "lo", "tru", "da", "phi", "gno", "ra", "su", "che", "vo", "li", "na", "ter", "pon")


def write(folder: Path, number: int, seed: int = 1) -> list[Path]:
    """Write so many articles below a folder, a thousand in each of its folders; return their paths."""
    paths = []
    for index, text in enumerate(texts(number, seed)):
        path = folder / f"{index // _FOLDER:04}" / f"{index:07}.txt"
        if index % _FOLDER == 0:
            path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        paths.append(path)
    return paths


def texts(number: int, seed: int = 1) -> Iterator[str]:
    """Yield so many articles."""
    return (article(index, seed) for index in range(number))


def article(index: int, seed: int = 1, length: int = _LENGTH) -> str:
    """Return an article of about so many bytes: title, day, paragraphs, of which the first and some others are news."""
    chance = random.Random(f"{seed} {index}")
    day = datetime.date(2008, 1, 1) + datetime.timedelta(chance.randrange(6000))
    head = _filled("{body} and {hospital} work on {topic} in {city}", chance, day, index)
    paragraphs, size = [head, f"{day:%B} {day.day}, {day.year}"], 0
    while size < length:
        news = [chance.choice(_NEWS)] if not size or chance.random() < _NEWS_SHARE else []
        sentences = [*news, *chance.sample(_BACKGROUND, 3)]
        paragraphs.append(" ".join(_filled(sentence, chance, day, index) for sentence in sentences))
        size += len(paragraphs[-1].encode())
    return "\n\n".join(paragraphs) + "\n"


def rare_word(index: int) -> str:
    """Return the word that is in the article of this number alone."""
    letters, left = "qu", index + 1
    while left:
        letters, left = letters + _SYLLABLES[left % 16], left // 16
    return letters


def _filled(sentence: str, chance: random.Random, day: datetime.date, index: int) -> str:
    return sentence.format(
        country=chance.choice(_COUNTRIES), body=chance.choice(_BODIES), city=chance.choice(_CITIES),
        hospital=chance.choice(_HOSPITALS), topic=chance.choice(_TOPICS), name=chance.choice(_NAMES),
        guest=chance.choice(_GUESTS), number=chance.randrange(2, 90), rare=rare_word(index),
        day=f"{day:%B} {day.day}, {day.year}", earlier=day.year - chance.randrange(1, 6), later=day.year + 1)
