"""PostScript calculator functions (ISO 32000-1, 7.10.5): the few words of PostScript that PDF allows."""

import math
import re
from collections.abc import Callable
from typing import Any

Stack = list[Any]
Program = list[Any]

TOKEN = re.compile(rb"[{}]|[^\s{}]+")
COMMENT = re.compile(rb"%[^\r\n]*")


def compile_calculator(code: bytes) -> Callable[[tuple[float, ...]], tuple[float, ...]]:
    """A Python function for the body of a type 4 function.

    Raises:
        ValueError: the braces do not match, or a word is not of the language.
    """
    tokens = [token.decode("latin-1") for token in TOKEN.findall(COMMENT.sub(b"", code))]
    if not tokens or tokens.pop(0) != "{":
        raise ValueError("a calculator starts with a brace")
    program = _parse(tokens)

    def evaluate(inputs: tuple[float, ...]) -> tuple[float, ...]:
        stack: Stack = list(inputs)
        try:
            _run(program, stack)
        except (IndexError, ArithmeticError, TypeError) as fault:
            raise ValueError("a calculator went wrong") from fault
        return tuple(float(value) for value in stack)

    return evaluate


def _parse(tokens: list[str]) -> Program:
    program: Program = []
    while tokens:
        token = tokens.pop(0)
        if token == "}":  # noqa: S105  a brace, not a password
            return program
        if token == "{":  # noqa: S105  same
            program.append(_parse(tokens))
        elif token in WORDS or token in ("if", "ifelse"):
            program.append(token)
        else:
            program.append(float(token) if "." in token or "e" in token.lower() else int(token))
    raise ValueError("a brace is missing")


def _run(program: Program, stack: Stack) -> None:
    for item in program:
        if item == "if":
            then, test = stack.pop(), stack.pop()
            _run(then if test else [], stack)
        elif item == "ifelse":
            otherwise, then, test = stack.pop(), stack.pop(), stack.pop()
            _run(then if test else otherwise, stack)
        elif isinstance(item, str):
            WORDS[item](stack)
        else:
            stack.append(item)


def _one(compute: Callable[[Any], Any]) -> Callable[[Stack], None]:
    def word(stack: Stack) -> None:
        stack.append(compute(stack.pop()))

    return word


def _two(compute: Callable[[Any, Any], Any]) -> Callable[[Stack], None]:
    def word(stack: Stack) -> None:
        second, first = stack.pop(), stack.pop()
        stack.append(compute(first, second))

    return word


def _copy(stack: Stack) -> None:
    count = int(stack.pop())
    stack.extend(stack[len(stack) - count :])


def _index(stack: Stack) -> None:
    stack.append(stack[-1 - int(stack.pop())])


def _roll(stack: Stack) -> None:
    shift, count = int(stack.pop()), int(stack.pop())
    if count:
        part, shift = stack[-count:], shift % count
        stack[-count:] = part[count - shift :] + part[: count - shift]


def _exchange(stack: Stack) -> None:
    stack[-1], stack[-2] = stack[-2], stack[-1]


WORDS: dict[str, Callable[[Stack], None]] = {
    "abs": _one(abs),
    "neg": _one(lambda a: -a),
    "ceiling": _one(math.ceil),
    "floor": _one(math.floor),
    "round": _one(lambda a: math.floor(a + 0.5)),
    "truncate": _one(math.trunc),
    "cvi": _one(math.trunc),
    "cvr": _one(float),
    "sqrt": _one(lambda a: math.sqrt(max(a, 0))),
    "sin": _one(lambda a: math.sin(math.radians(a))),
    "cos": _one(lambda a: math.cos(math.radians(a))),
    "ln": _one(lambda a: math.log(a) if a > 0 else 0.0),
    "log": _one(lambda a: math.log10(a) if a > 0 else 0.0),
    "not": _one(lambda a: not a if isinstance(a, bool) else ~a),
    "add": _two(lambda a, b: a + b),
    "sub": _two(lambda a, b: a - b),
    "mul": _two(lambda a, b: a * b),
    "div": _two(lambda a, b: a / b),
    "idiv": _two(lambda a, b: math.trunc(a / b)),
    "mod": _two(math.fmod),
    "exp": _two(lambda a, b: a**b),
    "atan": _two(lambda a, b: math.degrees(math.atan2(a, b)) % 360),
    "eq": _two(lambda a, b: a == b),
    "ne": _two(lambda a, b: a != b),
    "gt": _two(lambda a, b: a > b),
    "ge": _two(lambda a, b: a >= b),
    "lt": _two(lambda a, b: a < b),
    "le": _two(lambda a, b: a <= b),
    "and": _two(lambda a, b: a & b),
    "or": _two(lambda a, b: a | b),
    "xor": _two(lambda a, b: a ^ b),
    "bitshift": _two(lambda a, b: a << min(b, 32) if b >= 0 else a >> -b),
    "true": lambda stack: stack.append(True),
    "false": lambda stack: stack.append(False),
    "pop": lambda stack: stack.__delitem__(-1),
    "dup": lambda stack: stack.append(stack[-1]),
    "exch": _exchange,
    "copy": _copy,
    "index": _index,
    "roll": _roll,
}
