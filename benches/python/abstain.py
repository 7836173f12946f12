"""How a function declines to answer."""


class Abstain(Exception):
    def __init__(self, field, reason):
        super().__init__(reason)
        self.field = field
