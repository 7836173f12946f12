"""address.yaml in Python."""

import re

from abstain import Abstain

COUNTRIES = (["UNITED", "STATES", "OF", "AMERICA"], ["UNITED", "STATES"], ["USA"], ["US"])
PO_BOXES = (["PO", "BOX"], ["P", "O", "BOX"], ["POB"], ["POST", "OFFICE", "BOX"])
UNITS = {
    "APARTMENT": "APT", "APT": "APT", "SUITE": "STE", "STE": "STE", "UNIT": "UNIT", "FLOOR": "FL", "FL": "FL",
    "ROOM": "RM", "RM": "RM", "BUILDING": "BLDG", "BLDG": "BLDG",
}
DIRECTIONS = {
    "N": "N", "NORTH": "N", "S": "S", "SOUTH": "S", "E": "E", "EAST": "E", "W": "W", "WEST": "W",
    "NE": "NE", "NORTHEAST": "NE", "NW": "NW", "NORTHWEST": "NW",
    "SE": "SE", "SOUTHEAST": "SE", "SW": "SW", "SOUTHWEST": "SW",
}
SUFFIXES = {
    name: names.split()[-1]
    for names in (
        "ALLEY ALY", "AVENUE AV AVE", "BOULEVARD BOUL BLVD", "CIRCLE CIR", "COURT CT", "COVE CV", "CROSSING XING",
        "DRIVE DRV DR", "EXPRESSWAY EXPY", "HIGHWAY HWY", "LANE LN", "LOOP", "PARKWAY PKY PKWY", "PLACE PL", "PLAZA PLZ",
        "POINT PT", "ROAD RD", "SQUARE SQ", "STREET STR ST", "TERRACE TER", "TRAIL TRL", "WAY",
    )
    for name in names.split()
}
STATES = {
    "ALABAMA": "AL", "ALASKA": "AK", "ARIZONA": "AZ", "ARKANSAS": "AR", "CALIFORNIA": "CA", "COLORADO": "CO",
    "CONNECTICUT": "CT", "DELAWARE": "DE", "DISTRICT OF COLUMBIA": "DC", "FLORIDA": "FL", "GEORGIA": "GA", "HAWAII": "HI",
    "IDAHO": "ID", "ILLINOIS": "IL", "INDIANA": "IN", "IOWA": "IA", "KANSAS": "KS", "KENTUCKY": "KY", "LOUISIANA": "LA",
    "MAINE": "ME", "MARYLAND": "MD", "MASSACHUSETTS": "MA", "MICHIGAN": "MI", "MINNESOTA": "MN", "MISSISSIPPI": "MS",
    "MISSOURI": "MO", "MONTANA": "MT", "NEBRASKA": "NE", "NEVADA": "NV", "NEW HAMPSHIRE": "NH", "NEW JERSEY": "NJ",
    "NEW MEXICO": "NM", "NEW YORK": "NY", "NORTH CAROLINA": "NC", "NORTH DAKOTA": "ND", "OHIO": "OH", "OKLAHOMA": "OK",
    "OREGON": "OR", "PENNSYLVANIA": "PA", "RHODE ISLAND": "RI", "SOUTH CAROLINA": "SC", "SOUTH DAKOTA": "SD",
    "TENNESSEE": "TN", "TEXAS": "TX", "UTAH": "UT", "VERMONT": "VT", "VIRGINIA": "VA", "WASHINGTON": "WA",
    "WEST VIRGINIA": "WV", "WISCONSIN": "WI", "WYOMING": "WY",
}
STATES |= {code: code for code in STATES.values()}
STATES |= {"CALIF": "CA", "FLA": "FL", "ILL": "IL", "MASS": "MA", "MICH": "MI", "PENN": "PA", "TEX": "TX", "WASH": "WA"}
ZIP = re.compile(r"(?:^| )([0-9O]{5})(?:(?: ?- ?| ?)([0-9O]{4}))?$")
FRACTION = re.compile(r"[0-9]+/[0-9]+")
BRACKETS = re.compile(r"\([^()]*\)")
CLEANED = str.maketrans({".": None, '"': None, "\n": ",", "\r": ",", ";": ",", "#": " #"})


def normalize(text):
    text = text.upper()
    while (shorter := BRACKETS.sub("", text)) != text:
        text = shorter
    text = text.rpartition(":")[2].translate(CLEANED)
    parts = [words for part in text.split(",") if (words := part.split())]

    for name in COUNTRIES:
        if parts and parts[-1][-len(name):] == name:
            take_end(parts, len(name))
            break
    zip, zip4 = take_zip(parts)
    state = take_state(parts)
    if state is None:
        last = parts[-1][-1] if parts else ""
        if zip is None or len(last) == 2 and last.isalpha():
            raise Abstain("state", "no state")
    po_box = take_po_box(parts)
    unit_designator, unit_number = take_unit(parts)
    city, street = city_and_street(parts)
    address = {
        "street_number": None,
        "pre_direction": None,
        "street_name": None,
        "suffix": None,
        "post_direction": None,
        "unit_designator": unit_designator,
        "unit_number": unit_number,
        "po_box": po_box,
        "city": city,
        "state": state,
        "zip": zip,
        "zip4": zip4,
    }
    if street is not None:
        read_street(street, address)
    elif po_box is None:
        raise Abstain("street_number", "no street")
    return address


def take_zip(parts):
    if not parts or not is_digit(parts[-1][-1][0]):
        return None, None
    end = " ".join(parts[-1])
    found = ZIP.search(end)
    if not found:
        raise Abstain("zip", "digits that are no ZIP")
    zip, zip4 = found.groups()
    zip = zip.replace("O", "0")
    if zip == "00000":
        raise Abstain("zip", "no ZIP in use")
    parts[-1] = end[:found.start()].split()
    if not parts[-1]:
        parts.pop()
    return zip, zip4 and zip4.replace("O", "0")


def take_state(parts):
    if not parts:
        return None
    for words in range(min(3, len(parts[-1])), 0, -1):
        code = STATES.get(" ".join(parts[-1][-words:]))
        if code:
            take_end(parts, words)
            return code
    return None


def take_po_box(parts):
    for part, words in enumerate(parts):
        for start in range(len(words)):
            for name in PO_BOXES:
                end = start + len(name)
                if words[start:end] == name and end < len(words) and has_digit(words[end]):
                    cut(parts, part, start, end + 1)
                    return words[end]
    return None


def take_unit(parts):
    for part, words in enumerate(parts):
        for start, word in enumerate(words):
            unit = unit_at_start(word, words[start + 1:start + 3])
            if unit:
                designator, number, taken = unit
                cut(parts, part, start, start + taken)
                return designator, number
    return None, None


def unit_at_start(word, rest):
    designator = UNITS.get(word)
    if designator:
        if len(rest) == 2 and rest[0] == "#":
            number, taken = rest[1], 3
        elif rest:
            number, taken = rest[0].removeprefix("#"), 2
        else:
            return None
    elif word == "#" and rest:
        designator, number, taken = "#", rest[0], 2
    elif word[0] == "#":
        designator, number, taken = "#", word[1:], 1
    else:
        return None
    is_number = has_digit(number) or len(number) == 1 and number.isalpha()
    return (designator, number, taken) if is_number else None


def city_and_street(parts):
    if not parts:
        raise Abstain("city", "no city")
    *others, last = parts
    if not is_digit(last[0][0]):
        return " ".join(last), next((part for part in others if is_digit(part[0][0])), None)
    end = next((at + 1 for at, word in enumerate(last) if at >= 2 and word in SUFFIXES), len(last))
    if end < len(last) and DIRECTIONS.get(last[end]) == last[end]:
        end += 1
    if end >= len(last):
        raise Abstain("city", "no city")
    return " ".join(last[end:]), last[:end]


def read_street(street, address):
    number, *name = street
    if name and FRACTION.fullmatch(name[0]):
        number += " " + name.pop(0)
    if not name:
        raise Abstain("street_name", "a number without a street")
    address["street_number"] = number
    if len(name) > 2 and name[-1] in DIRECTIONS and name[-2] in SUFFIXES:
        address["post_direction"] = DIRECTIONS[name.pop()]
    if len(name) > 1 and name[-1] in SUFFIXES:
        address["suffix"] = SUFFIXES[name.pop()]
    if len(name) > 1 and name[0] in DIRECTIONS:
        address["pre_direction"] = DIRECTIONS[name.pop(0)]
    address["street_name"] = " ".join(name)


def take_end(parts, words):
    del parts[-1][-words:]
    if not parts[-1]:
        parts.pop()


def cut(parts, part, start, end):
    words = parts[part]
    parts[part:part + 1] = [piece for piece in (words[:start], words[end:]) if piece]


def is_digit(character):
    return "0" <= character <= "9"


def has_digit(word):
    return any(map(is_digit, word))
