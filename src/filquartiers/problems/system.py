"""Why the system refused, in French."""

import errno


def reason_of(error: OSError) -> str:
    """What an editor can do something about, from what the system said."""
    if isinstance(error, PermissionError):
        return "vous n’avez pas le droit de l’ouvrir, ou un autre programme le tient ouvert"
    if isinstance(error, FileNotFoundError):
        return "il n’existe pas, ou le lien qui y mène est rompu"
    if isinstance(error, IsADirectoryError):
        return "c’est un dossier"
    if error.errno == errno.ELOOP:
        return "c’est un raccourci qui tourne en rond"
    return "le disque est plein, ou ne répond pas"
