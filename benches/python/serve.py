"""Answers requests from the standard input, one JSON object a line."""

import json
import platform
import sys
from time import perf_counter_ns

import address
import order_summary
import prior_authorization
import receipt
from abstain import Abstain

# What makes an input of JSON, the function, and what makes JSON of its output.
FUNCTIONS = {
    "address": (lambda data: data["text"], address.normalize, lambda output: output),
    "order_summary": (order_summary.decode, order_summary.summarize, order_summary.encode),
    "prior_authorization": (prior_authorization.decode, prior_authorization.decide, lambda output: output),
    "receipt": (lambda data: data["text"], receipt.read, receipt.encode),
}


def answer(request):
    if request.get("version"):
        return {"version": f"{platform.python_implementation()} {platform.python_version()}"}
    decode, function, encode = FUNCTIONS[request["function"]]
    data = decode(request["input"])
    try:
        start = perf_counter_ns()
        output = function(data)
        took = perf_counter_ns() - start
    except Abstain as abstain:
        return {"abstain": abstain.field, "nanoseconds": perf_counter_ns() - start}
    return {"output": encode(output), "nanoseconds": took}


for line in sys.stdin:
    sys.stdout.write(json.dumps(answer(json.loads(line))) + "\n")
    sys.stdout.flush()
