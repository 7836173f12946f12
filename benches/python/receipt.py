"""receipt.yaml in Python."""

import re
from datetime import date
from decimal import Decimal

from abstain import Abstain

COMPANY_WORDS = set(
    "SDN BHD BND S/B PLT ENTERPRISE TRADING RESTORAN RESTAURANT KEDAI KOPITIAM CAFE KAFE MART MARKET SUPERMARKET MINIMARKET "
    "BAKERY HARDWARE STATIONERY PUSTAKA FARMASI KLINIK BOUTIQUE PERNIAGAAN SYARIKAT AUTO".split()
)
LEGAL_WORDS = set("SDN BHD BND S/B PLT (M) ENTERPRISE".split())
MONTHS = {
    name: month
    for month, names in enumerate(
        (
            "JAN JANUARY JANUARI", "FEB FEBRUARY FEBRUARI", "MAR MARCH MAC", "APR APRIL", "MAY MEI", "JUN JUNE",
            "JUL JULY JULAI", "AUG AUGUST OGOS", "SEP SEPT SEPTEMBER", "OCT OCTOBER OKT OKTOBER", "NOV NOVEMBER",
            "DEC DECEMBER DIS DISEMBER",
        ),
        1,
    )
    for name in names.split()
}
CONTACT = re.compile(
    r"[\W\d_]*(?:TEL|FAX|PHONE|H/P|E-?MAIL|WWW|HTTP|GST|SST|ROC|REG|(?:CO|COMPANY)\W+REG|BR\W+NO)\b"
)
STOP = re.compile(
    r"[\W_]*(?:TAX|SIMPLIFIED|INVOICE|INV|CASH|OFFICIAL|RECEIPT|RESIT|BILL?|DELIVERY|DOC|DOCUMENT|DATE|TARIKH|TIME|TABLE"
    r"|CASHIER|ORDER|STATION|COUNTER|ITEM|QTY)\b"
)
END_OF_ADDRESS = re.compile(r"\b(?:TEL|FAX|PHONE|H/P|GST)\b")
DATE_LABEL = re.compile(r"\b(?:DATE|TARIKH)\b")
DATE = re.compile(
    r"(?<![A-Z0-9])(?<![0-9][/.-])"
    r"([0-9OIL]{1,2})(?: ?([/.-]) ?([0-9OIL]{1,2}) ?\2 ?|[ -]([A-Z]{3,9})[ -])([0-9OIL]{4}|[0-9OIL]{2})"
    r"(?![/.-]?[0-9])"
)
READ_AS_DIGITS = str.maketrans("OIL", "011")
AMOUNT = re.compile(
    r"([-(] ?)?(?:(?:RM|MYR|\$) ?)?([-(] ?)?((?:(?<![A-NP-Z])|(?<=RM)|(?<=MYR))[0-9O]+(?:,[0-9O]{3})*) ?[.,]([0-9O]{2})(?![0-9O])"
)
NO_LABEL = re.compile(r"[\W_]+")
TAX_SUMMARY = re.compile(r"[\W_]*(?:GST|SST|TAX)[\W_]*(?:SUMMARY|CODE)")
IGNORED = re.compile(
    "^(?:GST|SST|TAX)|SUBTOTAL|JUMLAHKECIL|QTY|ITEM|UNIT|EXCL|BEFORE|DISC|SAV|PAID|POINT|TOTAL(?:GST|TAX|SST)"
)
FINAL = re.compile("GRANDTOTAL|NETT?TOTAL|AMOUNTDUE|TOTALDUE|PAYABLE")
AFTER_ROUNDING = re.compile("ROUNDED|ROUNDDTOTAL|AFTERROUND|AFTERADJ")


def read(text):
    lines = [stripped for line in text.split("\n") if (stripped := line.strip())]
    company = address = None
    at = company_line(lines)
    if at is not None:
        is_legal = lambda line: line < len(lines) and is_legal_line(lines[line])
        start = max(at - 1, 0) if is_legal(at) else at
        end = at + 2 if lines[at].endswith("&") or is_legal(at + 1) else at + 1
        company = read_company(lines[start:end])
        address = read_address(lines[end:])
    return {"company": company, "date": read_date(lines), "address": address, "total": read_total(lines)}


def company_line(lines):
    for at, line in enumerate(lines[:3]):
        if any(word.replace(".", "").strip("*,:;-=()[]'\"&#!?_") in COMPANY_WORDS for word in line.split()):
            return at
    for at, line in enumerate(lines):
        if any(map(str.isalpha, line)):
            return None if STOP.match(line) or is_meta_line(line) else at
    return None


def is_legal_line(line):
    words = line.replace(".", "").replace(",", "").split()
    return bool(words) and all(word in LEGAL_WORDS for word in words)


def is_meta_line(line):
    if CONTACT.match(line) or "@" in line or find_date(line):
        return True
    return digits(line) >= 6 and not any(word.rstrip(",.").isalpha() for word in line.split())


def read_company(lines):
    words = []
    for word in " ".join(lines).split():
        if digits(word) >= 5:
            break
        words.append(word)
    return " ".join(words).lstrip(" *-=").rstrip(" *-=,") or None


def read_address(lines):
    words = []
    lines = iter(lines)
    line = next((line for line in lines if not is_meta_line(line)), None)
    while line is not None and not is_meta_line(line) and not STOP.match(line):
        if not is_bracketed(line):
            end = END_OF_ADDRESS.search(line)
            if end:
                words += line[:end.start()].split()
                break
            words += line.split()
        line = next(lines, None)
    return " ".join(words).rstrip(", ") or None


def is_bracketed(line):
    depth = 0
    for at, character in enumerate(line):
        depth += (character == "(") - (character == ")")
        if depth == 0:
            return character == ")" and at == len(line) - 1
    return False


def read_date(lines):
    for at, line in enumerate(lines):
        label = DATE_LABEL.search(line)
        if label:
            rest = line[label.end():]
            found = find_date(rest)
            if not found and at + 1 < len(lines) and not any(map(str.isalnum, rest)):
                found = find_date(lines[at + 1])
            if found:
                return found
    return next((found for line in lines if (found := find_date(line))), None)


def find_date(line):
    start = 0
    while found := DATE.search(line, start):
        day, _, month, name, year = found.groups()
        month = MONTHS.get(name, 0) if name else int(month.translate(READ_AS_DIGITS))
        year = int(year.translate(READ_AS_DIGITS)) + (2000 if len(year) == 2 else 0)
        try:
            return date(year, month, int(day.translate(READ_AS_DIGITS)))
        except ValueError:
            start = found.start() + 1
    return None


def read_total(lines):
    last_final = total = rounding = None
    for at, line in enumerate(lines):
        if TAX_SUMMARY.match(line):
            break
        found = last_amount(line)
        label = line
        if found:
            label = line[:found.start()]
        else:
            following = lines[at + 1] if at + 1 < len(lines) else ""
            found = last_amount(following)
            if not found or any(map(str.isalnum, following[:found.start()] + following[found.end():])):
                continue
        label = NO_LABEL.sub("", label).replace("0", "O")
        if IGNORED.search(label):
            continue
        has_total = "TOTAL" in label
        if FINAL.search(label) or has_total and AFTER_ROUNDING.search(label):
            last_final = amount(found)
        elif has_total or "JUMLAH" in label:
            total, rounding = amount(found), None
        elif total is not None and rounding is None and "ROUND" in label:
            rounding = amount(found)
    if last_final is not None:
        total = last_final
    elif total is not None and rounding is not None:
        total += rounding
    if total is None or total < 0:
        raise Abstain("total", "no readable total")
    return total


def last_amount(line):
    last = None
    for last in AMOUNT.finditer(line):
        pass
    return last


def amount(found):
    minus_before, minus_after, whole, cents = found.groups()
    value = Decimal(f"{whole.replace(',', '')}.{cents}".replace("O", "0"))
    return -value if minus_before or minus_after else value


def digits(text):
    return sum("0" <= character <= "9" for character in text)


def encode(output):
    return {**output, "date": output["date"] and output["date"].isoformat(), "total": str(output["total"])}
