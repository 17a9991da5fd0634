"""The visual identity: contrast, ink, likeness of screen and print."""

from filquartiers.problems.types import Gravity, Message

ERROR, WARNING, NOTICE, GAP = Gravity.ERROR, Gravity.WARNING, Gravity.NOTICE, Gravity.GAP

MESSAGES: tuple[Message, ...] = (
    Message(
        code="identite-illisible",
        gravity=ERROR,
        sentence="Dans l’identité visuelle, « {place} » ne peut pas être lu : {raison}.",
        hint="Reprenez la forme des lignes voisines, ou la dernière version qui marchait.",
        explanation=(
            "Le fichier assets/identite.yaml donne les couleurs, les polices, les tailles et les espaces "
            "du site et des imprimés. Chaque valeur y a une forme précise : une couleur d’écran s’écrit "
            "avec un dièse et six signes, entre guillemets ; une couleur d’impression est une suite de "
            "quatre pour cent."
        ),
        wrong='fil: {clair: rouge, sombre: "#FF7A5C", cmjn: [0, 95, 100, 0]}',
        right='fil: {clair: "#C8341B", sombre: "#FF7A5C", cmjn: [0, 95, 100, 0]}',
    ),
    Message(
        code="contraste-faible",
        gravity=ERROR,
        sentence=(
            "« {dessus} » ne se lit pas assez sur « {dessous} » en thème {theme} : "
            "le contraste est de {mesure}, il en faut {voulu} (paire « {paire} »)."
        ),
        hint="Foncez la plus foncée des deux couleurs, ou éclaircissez la plus claire.",
        explanation=(
            "Les personnes qui voient mal, ou qui lisent dehors sur un téléphone, ont besoin d’un "
            "contraste d’au moins 4,5 entre un texte et son fond, et de 3 pour les grandes lettres et les "
            "dessins. C’est aussi ce que demande la loi (RGAA, critères 3.2 et 3.3). La liste « paires » "
            "de assets/identite.yaml dit quelles couleurs se posent l’une sur l’autre."
        ),
        wrong='texte_secondaire: {clair: "#9A9FAE", …}',
        right='texte_secondaire: {clair: "#525A70", …}',
    ),
    Message(
        code="encrage-fort",
        gravity=ERROR,
        sentence="La couleur « {nom} » demande {mesure} % d’encre à l’impression, pour {limite} % au plus.",
        hint="Baissez les pour cent de « cmjn » : la somme des quatre ne doit pas passer la limite.",
        explanation=(
            "Un papier ne boit qu’une certaine quantité d’encre. Au-delà, les feuilles collent et "
            "tachent, et l’imprimeur refuse le fichier. La limite est « seuils › encrage » dans "
            "assets/identite.yaml."
        ),
        wrong="cmjn: [100, 90, 60, 85]",
        right="cmjn: [100, 70, 0, 85]",
    ),
    Message(
        code="ecart-impression",
        gravity=WARNING,
        sentence=(
            "La couleur « {nom} » n’aura pas le même air imprimée qu’à l’écran : "
            "écart ΔE de {mesure}, pour {limite} au plus."
        ),
        hint="Rapprochez « cmjn » de « clair », ou notez « ecart_admis » si la différence est voulue.",
        explanation=(
            "L’écart ΔE (CIEDE2000) mesure la différence que l’œil perçoit : 1 est à peine visible, 10 "
            "est une autre couleur. Il est calculé avec le profil de la presse (FOGRA39, papier couché), "
            "le blanc du papier comptant comme blanc. Certaines différences sont voulues : le texte est "
            "bleu nuit à l’écran et noir pur à l’impression."
        ),
        wrong='{clair: "#045096", …, cmjn: [100, 20, 0, 0]}',
        right='{clair: "#045096", …, cmjn: [100, 70, 0, 10]}',
    ),
    Message(
        code="maisons-proches",
        gravity=WARNING,
        sentence=(
            "Les couleurs de maison « {une} » et « {autre} » se confondent pour qui voit {vision}, "
            "en thème {theme} : écart ΔE de {mesure}, il en faut {limite}."
        ),
        hint="Foncez l’une ou éclaircissez l’autre : la clarté se voit toujours, la teinte non.",
        explanation=(
            "Un homme sur douze distingue mal certaines couleurs. Les couleurs des maisons sont vérifiées "
            "par simulation, pour trois formes de daltonisme et pour la vue ordinaire. Le nom ou les "
            "initiales de la maison accompagnent toujours sa couleur, mais elle doit rester utile à tout "
            "le monde."
        ),
        wrong="un vert et un brun de même clarté",
        right="un vert moyen et un brun foncé",
    ),
    Message(
        code="profil-illisible",
        gravity=ERROR,
        sentence="Le profil de couleurs de l’imprimeur ne peut pas être lu, ou n’est pas en quatre encres.",
        hint="Remettez le fichier .icc d’origine dans assets/icc, ou redemandez-le à l’imprimeur.",
        explanation=(
            "Le profil (fichier .icc) dit quelle couleur donne chaque mélange d’encres sur un papier. "
            "Sans lui, les couleurs de l’écran et de l’imprimé ne peuvent pas être comparées."
        ),
        wrong="un profil d’écran (sRGB.icc)",
        right="un profil d’impression en quatre encres (FOGRA39L_coated.icc)",
    ),
    Message(
        code="taille-elastique",
        gravity=WARNING,
        sentence="La taille « {nom} » grandit trop du téléphone au grand écran : {limite} fois au plus.",
        hint="Rapprochez les deux nombres de « ecran ».",
        explanation=(
            "Un texte qui suit la largeur de l’écran grandit moins quand on agrandit la page. Pour qu’une "
            "personne qui voit mal puisse toujours doubler sa taille (WCAG 1.4.4), la plus grande valeur "
            "ne doit pas dépasser deux fois et demie la plus petite."
        ),
        wrong="ecran: [2, 8]",
        right="ecran: [3.5, 8.5]",
    ),
    Message(
        code="trait-fin",
        gravity=ERROR,
        sentence="Le trait « {nom} » est trop fin pour la presse : il lui faut {limite} point au moins.",
        hint="Augmentez « impression » de ce trait.",
        explanation="Sous un quart de point, un trait peut se casser ou disparaître à l’impression.",
        wrong="filet: {ecran: 1, impression: 0.1}",
        right="filet: {ecran: 1, impression: 0.4}",
    ),
)
