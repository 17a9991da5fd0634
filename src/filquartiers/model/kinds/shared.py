"""Les champs que plusieurs sortes ont en commun, dits une fois."""

from filquartiers.model.fields import field

IMAGE = field("Le fichier d’une photographie, rangé dans le dossier content.", example="images/atelier.jpg")
IMAGE_DESCRIPTION = field(
    "Ce que montre la photographie, pour qui ne la voit pas.",
    label="Description de l’image",
    example="Six personnes autour d’une table de cuisine",
    aliases=("image_alt",),
)
SOURCES = field(
    "Les documents d’où viennent ces informations, un par ligne.", example="- Plaquette du pacte, 2022"
)
