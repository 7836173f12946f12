"""order_summary.yaml in Python."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from abstain import Abstain

CURRENCIES = {
    "USD": "USD", "$": "USD", "US$": "USD",
    "EUR": "EUR", "€": "EUR",
    "GBP": "GBP", "£": "GBP",
    "MYR": "MYR", "RM": "MYR",
    "JPY": "JPY", "¥": "JPY",
}
CENT = Decimal("0.01")
YEN = Decimal(1)
ZERO = Decimal(0)


@dataclass
class Line:
    sku: str
    category: str
    quantity: int
    unit_price: Decimal
    discount_percent: Decimal | None
    taxable: bool


@dataclass
class Discount:
    code: str
    kind: str
    value: Decimal


@dataclass
class Order:
    order_id: str
    currency: str
    lines: list[Line]
    discounts: list[Discount]
    tax_rate: Decimal
    shipping_fee: Decimal
    shipping_address: dict | None


def decode(data):
    number = lambda text: None if text is None else Decimal(text)
    lines = [
        Line(
            line["sku"],
            line["category"],
            line["quantity"],
            Decimal(line["unit_price"]),
            number(line["discount_percent"]),
            line["taxable"],
        )
        for line in data["lines"]
    ]
    discounts = [Discount(one["code"], one["kind"], Decimal(one["value"])) for one in data["discounts"]]
    return Order(
        data["order_id"],
        data["currency"],
        lines,
        discounts,
        Decimal(data["tax_rate"]),
        Decimal(data["shipping_fee"]),
        data["shipping_address"],
    )


def summarize(order):
    currency = CURRENCIES.get(order.currency.strip().upper())
    if currency is None:
        raise Abstain("currency", "unknown")
    check(order)
    unit = YEN if currency == "JPY" else CENT

    def rounded(amount):
        return amount.quantize(unit, ROUND_HALF_UP)

    subtotal = taxable = ZERO
    by_category = {}
    counted = [line for line in order.lines if line.quantity > 0]
    for line in counted:
        amount = line.quantity * line.unit_price
        if line.discount_percent is not None:
            amount = amount * (100 - line.discount_percent) / 100
        amount = rounded(amount)
        subtotal += amount
        if line.taxable:
            taxable += amount
        category = " ".join(line.category.split()).lower() or "other"
        by_category[category] = by_category.get(category, ZERO) + amount

    left = subtotal
    codes = set()
    has_duplicate = False
    for discount in order.discounts:
        code = discount.code.strip().lower()
        if code in codes:
            has_duplicate = True
            continue
        codes.add(code)
        worth = left * discount.value / 100 if discount.kind == "percent" else discount.value
        left -= min(rounded(worth), left)
    discount = subtotal - left
    tax = rounded(left * taxable * order.tax_rate / subtotal) if subtotal else ZERO
    fee = rounded(order.shipping_fee)

    address = order.shipping_address
    flags = [
        (discount > 0, "discounted"),
        (has_duplicate, "duplicate_code"),
        (any(line.quantity >= 100 for line in counted), "bulk"),
        (fee == 0, "free_shipping"),
        (tax == 0, "untaxed"),
        (address is not None and address["country"].strip().upper() != "US", "international"),
        (address is not None and any(map(is_po_box, address["street"])), "po_box"),
        (address is None, "missing_address"),
    ]
    return {
        "order_id": order.order_id.strip(),
        "currency": currency,
        "line_count": len(counted),
        "unit_count": sum(line.quantity for line in counted),
        "subtotal": subtotal,
        "discount": discount,
        "tax": tax,
        "total": left + tax + fee,
        "by_category": by_category,
        "flags": [flag for is_set, flag in flags if is_set],
    }


def check(order):
    def is_bad(line):
        percent = line.discount_percent
        return line.quantity < 0 or line.unit_price < 0 or percent is not None and not 0 <= percent <= 100

    if any(map(is_bad, order.lines)) or not any(line.quantity > 0 for line in order.lines):
        raise Abstain("lines", "an impossible line, or nothing ordered")
    if any(one.value < 0 or one.kind == "percent" and one.value > 100 for one in order.discounts):
        raise Abstain("discounts", "an impossible discount")
    if not 0 <= order.tax_rate <= 1:
        raise Abstain("tax_rate", "not a fraction")
    if order.shipping_fee < 0:
        raise Abstain("shipping_fee", "negative")


def is_po_box(line):
    letters = "".join(filter(str.isalnum, line)).upper()
    return letters.startswith(("POBOX", "POSTOFFICEBOX"))


def encode(output):
    text = lambda value: str(value) if isinstance(value, Decimal) else value
    output = {name: text(value) for name, value in output.items()}
    output["by_category"] = {name: text(value) for name, value in output["by_category"].items()}
    return output
