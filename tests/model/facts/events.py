"""An event that takes place as a made-up schedule says."""

from filquartiers.model.agenda.rule import Words
from filquartiers.model.agenda.schedule import Schedule
from filquartiers.model.agenda.times import Moment
from filquartiers.model.kinds import Evenement


def event_of(schedule: Schedule, **values) -> Evenement:
    """The event, as if its editor had typed the schedule."""
    words = schedule.rule.text if isinstance(schedule.rule, Words) else "tous les mercredis"
    event = Evenement(
        slug="essai",
        titre="Essai",
        debut=Moment(schedule.start),
        recurrence=words if schedule.rule else None,
        annule=("oui",) if schedule.cancelled else (),
        **values,
    )
    event.__dict__.update(schedule=schedule, rule=schedule.rule)
    return event
