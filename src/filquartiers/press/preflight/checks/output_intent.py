"""The printing condition that the colours are made for, and its profile."""

from collections.abc import Iterator

from pikepdf import Array, Name, Object, PdfError, Stream

from filquartiers.press.inks import BadProfileError, open_profile
from filquartiers.press.preflight.examined import Examined
from filquartiers.press.preflight.report import Fact, Finding, Section
from filquartiers.press.resources import entry
from filquartiers.problems import problem


def check_output_intent(file: Examined) -> Section:
    """One PDF/X output intent, of the condition that the press names (ISO 15930-7, 6.2)."""
    intents = entry(file.pdf.Root, "/OutputIntents")
    found = [
        intent
        for intent in (intents if isinstance(intents, Array) else ())
        if entry(intent, "/S") == Name.GTS_PDFX
    ]
    if not found:
        absent = problem("sortie-absente", file.where, attendu=file.profile.condition)
        return Section("Condition d’impression", (), (Finding(absent),))
    condition = str(entry(found[0], "/OutputConditionIdentifier") or "sans nom")
    return Section(
        "Condition d’impression",
        (Fact("Annoncée", condition),),
        (*_condition(file, condition), *_profile(file, found[0])),
    )


def _condition(file: Examined, condition: str) -> Iterator[Finding]:
    if condition != file.profile.condition:
        values = {"condition": condition, "attendu": file.profile.condition}
        yield Finding(problem("sortie-differente", file.where, **values))


def _profile(file: Examined, intent: Object) -> Iterator[Finding]:
    stream = entry(intent, "/DestOutputProfile")
    try:
        open_profile(stream.read_bytes() if isinstance(stream, Stream) else b"")
    except (BadProfileError, PdfError) as fault:
        yield Finding(problem("sortie-profil", file.where, defaut=fault))
