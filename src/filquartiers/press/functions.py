"""PDF functions (ISO 32000-1, 7.10): read, evaluate, and sample again in other colours."""

from collections.abc import Callable, Sequence
from itertools import product
from typing import Any

from pikepdf import Array, Name, Object, Pdf, Stream

from filquartiers.press.calculator import compile_calculator

Values = tuple[float, ...]
Function = Callable[[Values], Values]

SAMPLES = {1: 256, 2: 64}
"""How finely a function is sampled again, by number of inputs."""


def read_function(source: Object) -> Function:
    """A Python function for a PDF function, or for an array of one-output functions.

    Raises:
        ValueError: the function is of an unknown type or damaged.
    """
    if isinstance(source, Array):
        parts = [read_function(part) for part in source]
        return lambda inputs: tuple(value for part in parts for value in part(inputs))
    try:
        evaluate = READERS[int(source.FunctionType)](source)
        domain = _pairs(source.Domain)
    except (AttributeError, KeyError, TypeError, IndexError) as fault:
        raise ValueError("damaged function") from fault
    reach = _pairs(source.Range) if Name.Range in source else None

    def clipped(inputs: Values) -> Values:
        values = evaluate(_clip(inputs, domain))
        return _clip(values, reach) if reach else values

    return clipped


def _exponential(source: Any) -> Function:
    start = tuple(float(value) for value in source.get(Name.C0, [0]))
    end = tuple(float(value) for value in source.get(Name.C1, [1]))
    power = float(source.N)
    return lambda inputs: tuple(a + (inputs[0] ** power) * (b - a) for a, b in zip(start, end, strict=True))


def _stitching(source: Any) -> Function:
    parts = [read_function(part) for part in source.Functions]
    low, high = (float(value) for value in source.Domain)
    edges = [low, *(float(value) for value in source.Bounds), high]
    encode = _pairs(source.Encode)

    def evaluate(inputs: Values) -> Values:
        x = inputs[0]
        index = sum(1 for edge in edges[1:-1] if x >= edge)
        value = _interpolate(x, (edges[index], edges[index + 1]), encode[index])
        return parts[index]((value,))

    return evaluate


def _sampled(source: Any) -> Function:
    size = [int(value) for value in source.Size]
    domain, reach = _pairs(source.Domain), _pairs(source.Range)
    encode = _pairs(source.get(Name.Encode, [v for n in size for v in (0, n - 1)]))
    decode = _pairs(source.get(Name.Decode, source.Range))
    bits, outputs = int(source.BitsPerSample), len(reach)
    table, top = int.from_bytes(source.read_bytes()), (1 << bits) - 1
    length = len(source.read_bytes()) * 8

    def sample(cell: Sequence[int]) -> Values:
        index, step = 0, 1
        for position, count in zip(cell, size, strict=True):
            index, step = index + position * step, step * count
        shifts = (length - (index * outputs + k + 1) * bits for k in range(outputs))
        raw = [(table >> shift) & top for shift in shifts]
        return tuple(_interpolate(v, (0, top), pair) for v, pair in zip(raw, decode, strict=True))

    def evaluate(inputs: Values) -> Values:
        points = [
            min(max(_interpolate(x, d, e), 0), n - 1)
            for x, d, e, n in zip(inputs, domain, encode, size, strict=True)
        ]
        return _between(points, size, sample, outputs)

    return evaluate


def _between(
    points: Sequence[float], size: Sequence[int], sample: Callable[[Sequence[int]], Values], outputs: int
) -> Values:
    """Linear interpolation between the samples around ``points``."""
    total = [0.0] * outputs
    for corner in product((0, 1), repeat=len(points)):
        weight, cell = 1.0, []
        for point, side, count in zip(points, corner, size, strict=True):
            base = min(int(point), count - 1)
            share = point - base
            weight *= share if side else 1 - share
            cell.append(min(base + side, count - 1))
        if weight:
            total = [t + weight * v for t, v in zip(total, sample(cell), strict=True)]
    return tuple(total)


def _calculator(source: Any) -> Function:
    return compile_calculator(source.read_bytes())


READERS: dict[int, Callable[[Any], Function]] = {
    0: _sampled,
    2: _exponential,
    3: _stitching,
    4: _calculator,
}


def grid(domain: Sequence[float]) -> list[Values]:
    """The inputs at which a function of this domain is sampled, the first varying fastest (7.10.2)."""
    pairs = _pairs(domain)
    count = SAMPLES[len(pairs)]
    axes = [[low + (high - low) * i / (count - 1) for i in range(count)] for low, high in pairs]
    return [tuple(reversed(point)) for point in product(*reversed(axes))]


def from_samples(pdf: Pdf, domain: Sequence[float], samples: Sequence[Values]) -> Object:
    """A sampled function (type 0) at 8 bits.

    Args:
        pdf: the file that will hold it.
        domain: low and high of each input.
        samples: the values, each from 0 to 1, at the points of `grid`.
    """
    axes = len(domain) // 2
    function = Stream(
        pdf,
        bytes(round(min(max(value, 0), 1) * 255) for sample in samples for value in sample),
        FunctionType=0,
        Domain=[float(value) for value in domain],
        Range=[0, 1] * len(samples[0]),
        Size=[SAMPLES[axes]] * axes,
        BitsPerSample=8,
    )
    return pdf.make_indirect(function)


def _pairs(values: Any) -> list[tuple[float, float]]:
    numbers = [float(value) for value in values]
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def _clip(values: Values, limits: Sequence[tuple[float, float]]) -> Values:
    return tuple(min(max(v, low), high) for v, (low, high) in zip(values, limits, strict=True))


def _interpolate(x: float, old: tuple[float, float], new: tuple[float, float]) -> float:
    if old[0] == old[1]:
        return new[0]
    return new[0] + (x - old[0]) * (new[1] - new[0]) / (old[1] - old[0])
