"""prior_authorization.yaml in Python."""

from dataclasses import dataclass
from decimal import Decimal

from abstain import Abstain

STEP_THERAPY = {"metformin", "orlistat", "phentermine", "phentermine-topiramate", "naltrexone-bupropion"}
HBA1C_OF_DIABETES = Decimal("6.5")


@dataclass
class Therapy:
    drug: str
    weeks: int
    outcome: str
    documented: bool


@dataclass
class Request:
    age: int
    diabetes: str | None
    bmi: Decimal | None
    hba1c: Decimal | None
    therapies: list[Therapy]


def decode(data):
    number = lambda text: None if text is None else Decimal(text)
    therapies = [Therapy(**therapy) for therapy in data["therapies"]]
    return Request(data["age"], data["diabetes"], number(data["bmi"]), number(data["hba1c"]), therapies)


def decide(request):
    if not 0 <= request.age <= 120:
        raise Abstain("age", "not an age")
    if request.bmi is not None and not 10 <= request.bmi <= 100:
        raise Abstain("bmi", "not a body mass index")
    if request.hba1c is not None and not 3 <= request.hba1c <= 20:
        raise Abstain("hba1c", "not a share of haemoglobin")
    effective, ineffective = set(), set()
    qualifying = None
    for therapy in request.therapies:
        drug = therapy.drug.strip().lower()
        if not drug or not 0 <= therapy.weeks <= 2600:
            raise Abstain("therapies", "a course without a drug or with impossible weeks")
        if therapy.outcome == "effective":
            effective.add(drug)
        elif therapy.outcome in ("failed", "intolerant"):
            ineffective.add(drug)
            if qualifying is None and therapy.documented and therapy.weeks >= 12 and drug in STEP_THERAPY:
                qualifying = drug
    if effective & ineffective:
        raise Abstain("therapies", "one drug both effective and not")
    is_diabetic = request.hba1c is not None and request.hba1c >= HBA1C_OF_DIABETES
    if is_diabetic and request.diabetes in ("no_diabetes", "prediabetes"):
        raise Abstain("diabetes", "the chart contradicts itself")
    if request.age < 18:
        return result("deny", "under_age")
    if request.diabetes == "type_2":
        return result("approve", "type_2_diabetes")
    if request.bmi is not None and request.bmi >= 30 and qualifying is not None:
        return result("approve", "step_therapy", qualifying)
    if request.diabetes is None:
        raise Abstain("diabetes", "the diagnosis could decide")
    if request.bmi is not None and request.bmi < 30:
        return result("deny", "bmi_too_low")
    if qualifying is None:
        return result("deny", "no_step_therapy")
    raise Abstain("bmi", "the body mass index decides")


def result(decision, reason, qualifying_drug=None):
    return {"decision": decision, "reason": reason, "qualifying_drug": qualifying_drug}
