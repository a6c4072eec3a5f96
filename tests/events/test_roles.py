"""Who gives or teaches, and who receives or learns: what exports take as the source and the target."""

import pytest
from telling import cases

HUE, SYDNEY, KOICA = "Hue Central Hospital", "University of Sydney", "Korea International Cooperation Agency"
# What the text says; who gives or teaches; who receives or learns.
ROLES = {
    "who sends nurses to learn": (
        "Hue Central Hospital will send six nurses to the University of Sydney in May for a course.", SYDNEY, HUE),
    "who sends instructors": (
        "The University of Sydney will send two instructors to Hue Central Hospital in May to teach nurses.",
        SYDNEY, HUE),
    "whose nurses go": (
        "Six nurses of Hue Central Hospital went to the University of Sydney in May for a course.", SYDNEY, HUE),
    "whose nurses were trained": (
        "Six nurses of Hue Central Hospital were trained at the University of Sydney in May.", SYDNEY, HUE),
    "who taught there": (
        "Two nurses of the University of Sydney have been teaching at Hue Central Hospital since May.", SYDNEY, HUE),
    "who trained them": ("The University of Sydney trained 120 nurses of Hue Central Hospital in 2019.", SYDNEY, HUE),
    "what both do": (
        "Hue Central Hospital cooperated with the University of Sydney in training 120 nurses in 2019.", SYDNEY, HUE),
    "who trains the neighbour": (
        "Hue Central Hospital trained 20 nurses of the Savannakhet Provincial Hospital of Laos in 2019.",
        HUE, "Savannakhet Provincial Hospital"),
    "who gives": ("KOICA presented ten ventilators to Hue Central Hospital on Monday.", KOICA, HUE),
    "who receives from": ("Hue Central Hospital received ten ventilators from KOICA on Monday.", KOICA, HUE),
    "given by": ("Ten ventilators were given to Hue Central Hospital by KOICA on Monday.", KOICA, HUE),
    "who gives the neighbour": (
        "Hue Central Hospital donated ten ventilators to the Savannakhet Provincial Hospital of Laos on Monday.",
        HUE, "Savannakhet Provincial Hospital"),
}


@pytest.mark.parametrize(("text", "giving", "taking"), cases(ROLES))
def test_who_gives_and_who_takes(tell, text, giving, taking):
    [event] = tell(text)
    roles = {participant.role: participant.name for participant in event.participants}
    assert roles in ({"trainer": giving, "trainee": taking}, {"donor": giving, "recipient": taking})
