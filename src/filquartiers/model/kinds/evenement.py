"""L’événement du calendrier commun : une entrée, une règle en français, toutes ses dates."""

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Annotated, ClassVar, Self

from pydantic import BeforeValidator, model_validator

from filquartiers.model.agenda.almanac import Almanac
from filquartiers.model.agenda.known import Dates
from filquartiers.model.agenda.parse import parse_rule
from filquartiers.model.agenda.rule import Rule, Words
from filquartiers.model.agenda.schedule import PARIS, Change, Override, Schedule
from filquartiers.model.agenda.times import Moment as DayAndHours
from filquartiers.model.agenda.times import Times, write_time, write_times
from filquartiers.model.fields import (
    REF,
    Entier,
    Fichier,
    HeureOuMoment,
    Jour,
    Liste,
    Moment,
    MomentDit,
    OuiNon,
    Plage,
    Texte,
    bounded,
    field,
    placed,
)
from filquartiers.model.kind import Entry, Kind
from filquartiers.model.kinds.changements import Report, added, concerns_all, marked, moved
from filquartiers.model.kinds.charte import Atelier, Charte, Seance
from filquartiers.model.kinds.fiche import Fiche
from filquartiers.model.kinds.maison import Maison
from filquartiers.model.kinds.pacte import Pacte
from filquartiers.model.kinds.reseau import Reseau
from filquartiers.model.kinds.shared import IMAGE, IMAGE_DESCRIPTION
from filquartiers.model.refusal import Refusal
from filquartiers.model.text import folded, slugify

_FREE = re.compile(
    "(?:(?:c est|entree|acces) )?(?:entierement )?gratuite?s?(?: et (?:ouverte? a tous|sans inscription))?"
    "(?: pour tous| sur inscription| sans inscription)?"
)


def _as_phrase(raw: object) -> object:
    """Des dates ou des jours, un par ligne, se lisent comme séparés par des virgules."""
    lines = [one for one in raw if isinstance(one, str)] if isinstance(raw, (list, tuple)) else []
    return ", ".join(lines) if lines and len(lines) == len(raw) else raw  # type: ignore[arg-type]


class Evenement(Entry):
    """Un rendez-vous, une fois ou selon une règle dite en mots."""

    kind: ClassVar[Kind] = Kind(
        "evenement", "Événement", "L’agenda", "calendrier", address="agenda", many=True
    )

    titre: Texte = field("Le titre de l’événement.", example="Atelier cuisine", required=True)
    reseau: Annotated[Reseau, REF] | None = field(
        "Le réseau, quand aucune maison n’invite en particulier.", label="Réseau", example="valmarin"
    )
    maisons: Liste[Annotated[Maison, REF]] = field(
        "La maison qui invite, par le nom de son fichier ; s’il y en a plusieurs, une par ligne.",
        example="le-phare",
        aliases=("maison",),
    )
    lieu: Texte | None = field("Le lieu, si ce n’est pas la maison.", example="Salle des fêtes")
    adresse: Texte | None = field(
        "L’adresse de ce lieu, si ce n’est pas la maison.", example="1 place du Marché"
    )
    salle: Texte | None = field("La salle, quand la maison en a plusieurs.", example="Salle bleue")
    debut: Moment | None = field(
        "Le jour de l’événement, ou de la première fois, avec l’heure si elle est connue.",
        label="Début",
        example="6 janvier 2027 à 14h",
        aliases=("date", "le"),
    )
    fin: HeureOuMoment | None = field(
        "L’heure de fin ; le jour et l’heure si l’événement dure plusieurs jours : ceux de la première fois, "
        "s’il revient.",
        example="16h30",
    )
    horaire: Plage | None = field(
        "Les heures, quand elles ne sont pas déjà dans le début.",
        example="14h-16h30",
        aliases=("horaires", "heure", "heures"),
    )
    journee: OuiNon = field(
        "« oui » pour un événement qui dure toute la journée.", label="Journée", example="oui", default=False
    )
    recurrence: Annotated[Texte, BeforeValidator(_as_phrase)] | None = field(
        "Quand il revient, dit en mots comme dans une conversation.",
        label="Quand",
        example="tous les mercredis de 14 h à 17 h, sauf vacances scolaires, jusqu’au 30 juin 2027",
        aliases=("quand", "rythme", "repetition"),
    )
    en_plus: Liste[MomentDit] = field(
        "Des dates en plus, une par ligne ; chacune dure autant que la première, sauf si elle dit sa fin.",
        label="En plus",
        example="- 6 avril 2027",
    )
    annule: Liste[Texte] = field(
        "« oui » si tout est annulé ; sinon les seules dates annulées, une par ligne.",
        label="Annulé",
        example="oui",
    )
    reporte: Liste[Report] = field(
        "Les dates déplacées : la date prévue, puis la nouvelle.",
        label="Reporté",
        example="- du: 6 janvier 2027\n  au: 13 janvier 2027 à 14h",
    )
    complet: Liste[Texte] = field(
        "« oui » s’il n’y a plus de place ; sinon les seules dates complètes, une par ligne.", example="oui"
    )
    theme: Texte | None = field(
        "Le thème, en un mot ou deux ; le même mot d’un événement à l’autre.",
        label="Thème",
        example="cuisine",
    )
    public: Liste[Texte] = field("Pour qui, un public par ligne.", example="familles")
    age: Texte | None = field("L’âge, s’il y a une limite.", label="Âge", example="dès 6 ans")
    tarif: Texte | None = field("Le prix, tel qu’on l’annonce.", example="gratuit")
    inscription: Texte | None = field("Comment s’inscrire.", example="sans inscription")
    accessibilite: Texte | None = field(
        "Ce qui rend l’événement accessible : plain-pied, langue des signes, boucle magnétique…",
        label="Accessibilité",
        example="de plain-pied",
    )
    garde_enfants: Texte | None = field(
        "Si les enfants sont gardés pendant ce temps, et comment.",
        label="Garde d’enfants",
        example="sur place, sans inscription",
    )
    charte: Annotated[Charte, REF] | None = field(
        "La charte dont c’est un atelier, par le nom de son fichier.", example="charte-de-participation"
    )
    fiche: Annotated[Fiche, REF] | None = field(
        "La fiche de l’action, par le nom de son fichier.", example="petit-dejeuner-des-habitants"
    )
    pacte: Annotated[Pacte, REF] | None = field(
        "Le pacte dont il relève, par le nom de son fichier.", example="valmarin"
    )
    image: Fichier | None = IMAGE
    image_description: Texte | None = IMAGE_DESCRIPTION
    identifiant: Texte | None = field(
        "Un nom qui ne changera pas, si le titre risque de changer : les abonnés gardent leur événement.",
        example="atelier-cuisine-2027",
        aliases=("id",),
    )
    modifie_le: Jour | None = field(
        "La date du dernier changement utile aux abonnés.", label="Modifié le", example="4 janvier 2027"
    )
    revision: Annotated[Entier, bounded(0, 10_000)] = field(
        "Le numéro de ce changement : 1, puis 2…", label="Révision", example="1", default=0
    )

    @property
    def summary(self) -> str:
        """La règle en mots, telle qu’elle est tapée, et les heures dites à part."""
        if self.recurrence is None:
            return ""
        timed = isinstance(self.rule, Rule) and self.rule.has_hours
        apart = "" if timed or self.horaire is None else f", {write_times(self.horaire)}"
        return f"{self.recurrence}{apart}"

    @classmethod
    def implied_by(cls, entry: Entry) -> Iterator["Evenement"]:
        """Chaque séance du tableau d’une charte est aussi un événement."""
        if isinstance(entry, Charte):
            for atelier in entry.ateliers:
                yield from (_session(entry, atelier, seance) for seance in atelier.seances)

    @property
    def is_told(self) -> bool:
        """Vrai si ses dates sont seulement dites, sans pouvoir être calculées (un début peut être connu)."""
        return self.schedule is None or isinstance(self.rule, Words)

    @property
    def cancelled(self) -> bool:
        """Vrai si tout est annulé."""
        return concerns_all(self.annule)

    @property
    def is_free(self) -> bool:
        """Vrai si le prix dit que c’est gratuit pour tous ; faux s’il dit autre chose, ou ne dit rien."""
        return bool(self.tarif and _FREE.fullmatch(folded(self.tarif)))

    @property
    def full(self) -> bool:
        """Vrai si tout est complet."""
        return concerns_all(self.complet)

    @cached_property
    def rule(self) -> Rule | Words | None:
        """La règle, calculable ou seulement dite.

        Raises:
            Refusal: the words are not understood.
        """
        if self.recurrence is None:
            return None
        with placed("recurrence"):
            return parse_rule(self.recurrence, start=self.debut.day if self.debut else None)

    @cached_property
    def schedule(self) -> Schedule | None:
        """Quand il a lieu ; rien si aucune date n’est connue : la règle est alors seulement montrée."""
        start = self._start()
        if start is None:
            return None
        network = self.network
        return Schedule(
            start=start.day,
            end=self.fin.day if isinstance(self.fin, DayAndHours) and self.fin.day != start.day else None,
            times=None if self.journee else self._times(start),
            rule=self.rule,
            timezone=network.fuseau if network else PARIS,
            changes=tuple(self._changes(start)),
            cancelled=self.cancelled,
            almanac=network.almanac if network else Almanac(),
        )

    @cached_property
    def dates(self) -> Dates:
        """Ses dates, calculées une fois ; `facts.dates` y répond à tous."""
        return Dates(self.schedule)

    @model_validator(mode="after")
    def _readable(self) -> Self:
        """Read the rule and the changes at once, so that what is wrong is told with its place."""
        if self.debut is None and self.recurrence is None:
            with placed():
                raise Refusal("date-manquante")
        self._agree_on_hours()
        whole = (self.annule if self.cancelled else ()) + (self.complet if self.full else ())
        stated = len(self.en_plus + self.reporte + self.annule + self.complet) > len(whole)
        if self.schedule is None and stated:
            with placed("recurrence"):
                raise Refusal("regle-sans-debut", texte=self.summary)
        return self

    def _agree_on_hours(self) -> None:
        """Refuser deux heures de début qui se contredisent : l’une serait perdue."""
        first = self.debut.times if self.debut else None
        if first and self.horaire and first.start != self.horaire.start:
            told = {"debut": write_time(first.start), "horaire": write_time(self.horaire.start)}
            with placed("horaire"):
                raise Refusal("heures-contredites", **told)

    def _start(self) -> DayAndHours | None:
        """Le jour dit, ou celui de la règle ; la première date en plus si rien ne se calcule."""
        if self.debut is not None:
            return self.debut
        if isinstance(self.rule, Rule):
            day = self.rule.start or (self.rule.days[0] if self.rule.days else None)
            return DayAndHours(day) if day else None
        return min(added(self.en_plus, None), key=lambda one: one.day, default=None)

    def _times(self, start: DayAndHours) -> Times | None:
        """Les heures : dites à part, avec le début, ou du début à la fin."""
        stated = self.horaire or start.times
        if stated is None or self.fin is None:
            return stated
        end = self.fin if not isinstance(self.fin, DayAndHours) else self.fin.times and self.fin.times.start
        return Times(stated.start, end or stated.end, stated.word)

    def _changes(self, start: DayAndHours) -> Iterator[Override]:
        """Ce qui est dit d’une date seulement."""
        is_start = self.debut is None and isinstance(self.rule, Words)
        for one in added(self.en_plus, start.day):
            if not (is_start and one == start):
                yield Override(change=Change.ADDED, day=one.day, times=one.times)
        yield from moved(self.reporte, start.day)
        yield from marked("annule", self.annule, Change.CANCELLED, start.day)
        yield from marked("complet", self.complet, Change.FULL, start.day)


def session_slug(charte: Charte, seance: Seance) -> str:
    """Le nom, dans les adresses, de l’événement qu’est une séance d’une charte."""
    return slugify(f"{charte.slug} axe {seance.axe} {seance.date.isoformat()}")


def _session(charte: Charte, atelier: Atelier, seance: Seance) -> Evenement:
    axis = charte.axes[seance.axe - 1] if 0 < seance.axe <= len(charte.axes) else f"Axe {seance.axe}"
    return Evenement(
        slug=session_slug(charte, seance),
        titre=f"{axis} : {atelier.titre[:1].lower()}{atelier.titre[1:]}",
        reseau=charte.reseau,
        charte=charte,
        lieu=atelier.lieu,
        debut=DayAndHours(seance.date, seance.horaire),
        theme=charte.titre,
        public=(atelier.public,) if atelier.public else (),
    )
