"""Made-up French: sentences put together from short pieces, so that long runs of words seldom come back.

Real sheets share an expression here and there, never a paragraph, and each brings names of its own. Pieces
are therefore short, many, and mixed with invented names: the vocabulary grows with the number of sheets.
"""

from collections.abc import Callable
from random import Random


def _pieces(text: str) -> tuple[str, ...]:
    return tuple(piece.strip() for piece in text.replace("\n", "/").split("/") if piece.strip())


WHO = _pieces("""
    une voisine/le gardien/la conteuse/l'équipe du soir/un jeune père/la couturière/le cuisinier/une étudiante
    la chorale/un retraité/l'infirmière/la factrice/un apprenti/le menuisier/la bibliothécaire/un musicien
    la jardinière/une animatrice/le club photo/la trésorière/un collégien/la boulangère/le conducteur du bus
    une grand-mère/l'institutrice/un bénévole/la troupe/le marcheur/une nouvelle venue/l'écrivain public
    la médiatrice/un éducateur/la fanfare/le pharmacien/une libraire/l'apicultrice/le club d'échecs
    un maraîcher/la potière/le traducteur
""")
DOES = _pieces("""
    répare/installe/dessine/distribue/transporte/collectionne/prépare/prête/range/photographie/compte/choisit
    repeint/montre/nettoie/rassemble/vérifie/cherche/emballe/apporte/garde/décrit/transforme/essaie/partage
    remplace/découvre/mesure/surveille/adopte/commande/déplace/étiquette/assemble/récupère/explique/invente
    protège/termine/recopie
""")
WHAT = _pieces("""
    les vélos/une longue table/des bocaux/trois lampes/le vieux four/des livres d'images/la sono/une carte
    des graines/les costumes/un carnet/des chaises pliantes/le tableau noir/une marmite/des jeux de cartes
    les affiches/un tandem/la machine à coudre/des plants de tomates/une malle/les ordinateurs/un micro
    des tabliers/la maquette/les outils/un banc/des rideaux/le journal mural/une bâche/des photos anciennes
    les clés/un herbier/des gobelets/la remorque/les comptes/un abri/des ruches/le composteur/une fresque
    des marionnettes/les dictionnaires/un projecteur/des guirlandes/la balance/les paniers/un piano/des galets
    le répertoire/une échelle/des tissus/les bottes/un plan du quartier/des recettes/la fontaine/les ballons
    un épouvantail/des timbres/le minibus/une bouilloire/des cahiers neufs
""")
WHICH = _pieces("""
    venus du grenier/sans rien acheter/à deux mains/pour presque rien/avec patience/de toutes les couleurs
    à la lampe/en plusieurs langues/sans se presser/selon la saison/à tour de rôle/avec trois fois rien
    comme autrefois/jusqu'au dernier/par petits groupes/en silence/à voix haute/avec les moyens du bord
    un par un/dans le désordre/à main levée/avec des gants/en chantant/d'après un croquis/pièce par pièce
    sans notice/à l'ombre/de mémoire/entre deux averses/à heure fixe/malgré le vent/par roulement/en binôme
    sur commande/à l'essai/en famille/avec méthode/au crayon/sous surveillance/à la craie/sans électricité
    du premier coup/à la demande/loin du bruit/avec un mode d'emploi/chaque fois autrement
""")
WHERE = _pieces("""
    dans la cour/sous le préau/derrière la gare/près du lavoir/au deuxième étage/dans le hall/sur le parvis
    à la cave/au bord du canal/dans la cuisine/chez le voisin/devant la poste/au fond du couloir
    sur la terrasse/dans un garage/au marché/à la sortie de l'école/sous les platanes/dans la serre
    en haut des marches/contre le mur/dans la grande salle/au terrain vague/à l'accueil
    le long du chemin/entre deux immeubles
    dans le bus/au kiosque/à la ludothèque/sous la tente/dans l'atelier/au coin de la place/au gymnase
    dans la salle bleue/à l'arrêt du tram/au verger/dans l'ancienne forge/sur le toit/au local à vélos
""")
WHEN = _pieces("""
    le lundi/avant midi/en automne/certains soirs/à la rentrée/après l'orage/chaque mardi/au petit matin
    pendant les congés/dès avril/un samedi sur trois/en fin de mois/à l'heure du goûter/tout l'hiver
    le jeudi soir/depuis deux ans/au printemps/de temps en temps/à la nuit tombée/les jours de pluie
    quand il gèle/le dimanche/aux premiers froids/après le repas/en novembre/toutes les six semaines
    au retour des vacances/la veille du marché/en soirée/dès que possible/une fois l'an/les mercredis pairs
    à la belle saison/le vendredi/en mai/vers dix heures/au solstice/pendant trois semaines
""")
WHY = _pieces("""
    pour rompre l'ennui/afin d'économiser/pour rire ensemble/par goût du bricolage/pour accueillir un bébé
    afin que chacun mange/pour apprendre à lire/par simple curiosité/pour fêter l'été/afin d'éviter la benne
    pour oublier l'hiver/en attendant mieux/pour passer le permis/afin de se connaître/pour payer le voyage
    par amitié/pour remercier l'école/afin de dormir mieux/pour tenir le budget/en souvenir d'un ami
    pour parler d'autre chose/afin de libérer la salle/pour gagner du temps/sans but précis/pour s'entraider
    afin de retrouver confiance/pour changer d'air/par esprit d'équipe/pour retarder la fermeture
    afin de nourrir les poules/pour accompagner les devoirs/en vue du concert/pour limiter la casse
    afin de chauffer moins/pour vaincre sa timidité/par souci d'équité/pour ouvrir plus tard
    afin de transmettre un métier/pour marcher davantage/en prévision du gel
""")
COSTS = _pieces("""
    Peinture/Location d'un camion/Farine et levure/Papier/Assurance/Petit outillage/Timbres/Déplacements
    Terreau/Boissons/Tissu/Ampoules/Formation/Entretien/Photocopies/Goûter/Jeux/Bois/Quincaillerie/Intervenante
""")
PLACES = _pieces(
    "la cour/le passage/la place/l'allée/le clos/la ruelle/le quai/le square/l'escalier/le verger"
)
DEEDS = _pieces("""
    Le potager/L'atelier/La tablée/Le café/La veillée/Le troc/La balade/Le chantier/La fabrique/Le club
    La cantine/Le bal/La cueillette/Le ciné/La gazette/Le relais/La permanence/L'école buissonnière/Le goûter
    La ressourcerie
""")
_STARTS = _pieces("vau/bel/cor/mar/til/ger/lan/per/sau/bro/fle/gra/mon/ver/cha/ou/ri/tou/ple/san")
_MIDDLES = _pieces("be/li/ro/ne/ta/vi/go/ra/mi/lu/so/de/pa/cho/fi/gno")
_ENDS = _pieces(
    "lle/ville/nac/dres/court/gny/zon/tier/vert/lain/mont/nelle/rac/vois/gues/set/bières/joux/nec/ton"
)


def name(random: Random) -> str:
    """A proper noun that no map knows, one of thousands."""
    middle = "".join(random.choice(_MIDDLES) for _ in range(random.randint(1, 2)))
    return (random.choice(_STARTS) + middle + random.choice(_ENDS)).capitalize()


def title(random: Random) -> str:
    """The title of an action: « Le troc du quai Mariroville », more or less."""
    return f"{random.choice(DEEDS)}, {random.choice(PLACES)} {name(random)}"


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]


Shape = Callable[[Random], str]


def _of(*pieces: tuple[str, ...] | str) -> Shape:
    """A sentence of these pieces in that order, words as they are."""
    return lambda random: " ".join(one if isinstance(one, str) else random.choice(one) for one in pieces)


_SHAPES: tuple[Shape, ...] = (
    _of(WHO, DOES, WHAT, WHICH, WHERE),
    _of(WHEN, WHO, DOES, WHAT, WHY),
    _of(WHERE, "on", DOES, WHAT, WHICH, "et", WHO, DOES, WHAT),
    _of("avec", WHAT, WHICH, WHO, DOES, WHAT, WHEN),
    _of(WHO, DOES, WHAT, "puis", WHO, DOES, WHAT),
    _of("sans", WHAT, "personne ne", DOES, WHAT, WHERE),
    _of(WHO, "ne", DOES, "plus", WHAT, WHEN, "mais", DOES, WHAT, WHY),
    _of(WHY, WHO, "et", WHO, "se retrouvent", WHERE, WHEN),
    _of("voilà", WHAT, "et", WHO, DOES, WHAT, WHICH, WHERE),
    lambda random: f"rue {name(random)}, {_SHAPES[0](random)}",
    lambda random: (
        f"{random.randint(3, 240)} personnes sont venues {random.choice(WHERE)} {random.choice(WHEN)}"
    ),
    lambda random: (
        f"la compagnie {name(random)} {random.choice(DOES)} {random.choice(WHAT)} {random.choice(WHY)}"
    ),
)


def sentence(random: Random) -> str:
    """One sentence with its capital and its stop, sometimes with an emphasis."""
    words = _capital(random.choice(_SHAPES)(random)).split(" ")
    if random.random() < 0.2:
        mark, place = random.choice(("**", "*")), random.randrange(1, len(words) - 1)
        words[place] = f"{mark}{words[place]}{mark}"
    return " ".join(words) + random.choice((".", ".", ".", " !"))


def paragraph(random: Random, sentences: int) -> str:
    """So many sentences, one after the other."""
    return " ".join(sentence(random) for _ in range(sentences))


def items(random: Random, mark: str, count: int) -> str:
    """A Markdown list, each line opened by ``mark``."""
    return "\n".join(f"{mark} {sentence(random)}" for _ in range(count))


def table(random: Random, rows: int) -> str:
    """A Markdown table of what was bought."""
    lines = (
        f"| {cost} | {random.randint(1, 30)} | {random.randint(8, 1400)} € |"
        for cost in random.sample(COSTS, rows)
    )
    return "\n".join(("| Dépense | Nombre | Montant |", "|---|---:|---:|", *lines))
