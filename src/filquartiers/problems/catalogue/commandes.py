"""Commands: what happens while one runs, apart from the content itself."""

from filquartiers.problems.types import Gravity, Message

ERROR = Gravity.ERROR

MESSAGES: tuple[Message, ...] = (
    Message(
        "faute-du-programme",
        ERROR,
        "Le programme a rencontré une difficulté qui ne vient pas de vos fichiers ({quoi}).",
        "Envoyez cette phrase à la personne qui s’occupe du programme ; vous pouvez continuer à écrire.",
        "C’est une faute du programme. L’aperçu garde la dernière version correcte et réessaie à chaque "
        "enregistrement.",
        "(rien à corriger de votre côté)",
        "(le programme, une fois corrigé)",
    ),
)
