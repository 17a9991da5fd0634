"""Import of the directory's listing: its form, and what a careful reader marks in the margin."""

from filquartiers.problems.types import Gravity, Message

ERROR, WARNING, NOTICE = Gravity.ERROR, Gravity.WARNING, Gravity.NOTICE

_LISTING: tuple[Message, ...] = (
    Message(
        "pas-un-annuaire",
        ERROR,
        "Nous ne trouvons dans ce fichier aucune fiche de l’annuaire des actions.",
        "Une fiche commence par « Actions », son titre, puis « - Structure organisatrice » : copiez la "
        "page entière.",
        "L’import reconnaît les fiches aux étiquettes de l’annuaire des centres sociaux, dans leur ordre. "
        "Sans la "
        "ligne « - Structure organisatrice », il ne sait pas où une fiche commence.",
        "Petit déjeuner des habitants, tous les vendredis",
        "Actions\nPetit déjeuner des habitants\n- Structure organisatrice\n- Centre social Exemple - Loire",
    ),
    Message(
        "annuaire-coupe",
        WARNING,
        "La fiche « {fiche} » s’arrête après « {etiquette} » : le fichier est sans doute coupé.",
        "Elle est importée comme brouillon. Copiez de nouveau la page, jusqu’à « Suite de l’action : "
        "Perspectives ».",
        "Toutes les fiches de l’annuaire finissent par « Suite de l’action : Perspectives », même vide. "
        "Celle-ci n’y "
        "arrive pas : la fin du document manque.",
        "- Résumé\nUn repas partagé tous les",
        "- Résumé\nUn repas partagé tous les mois.\n…\n- Suite de l’action : Perspectives",
    ),
    Message(
        "lignes-sans-fiche",
        WARNING,
        "{nombre} ligne(s) avant la première fiche ne seront pas importées.",
        "Regardez les lignes jusqu’à la ligne {derniere} : le début d’une fiche manque peut-être.",
        "Une fiche commence par « Actions » puis son titre. Ce qui vient avant n’appartient à aucune "
        "fiche : quand le "
        "haut d’un document est coupé, c’est la fin d’une fiche dont le titre manque.",
        "- Public\n- Adultes\nActions\nJardin partagé",
        "Actions\nJardin partagé",
    ),
    Message(
        "fiche-presque-vide",
        NOTICE,
        "« {fiche} » ne dit presque rien : elle est importée comme brouillon.",
        "Complétez le résumé, puis retirez la ligne « brouillon: oui ».",
        "Une fiche sans résumé ni description n’apprend rien aux habitants. Elle est gardée, sans être "
        "publiée.",
        "- Résumé\n- Public",
        "- Résumé\nUn accueil pour les jeunes, le mercredi.\n- Public",
    ),
    Message(
        "fiche-sans-titre",
        WARNING,
        "Une fiche n’a pas de titre : elle est importée comme brouillon.",
        "Donnez-lui un titre dans son fichier.",
        "Le titre est la ligne qui suit « Actions ». Ici « - Structure organisatrice » vient tout de suite.",
        "Actions\n- Structure organisatrice",
        "Actions\nJardin partagé\n- Structure organisatrice",
    ),
    Message(
        "departement-inconnu",
        NOTICE,
        "Nous ne trouvons pas le département dans « {extrait} ».",
        "Ajoutez-le sous « departement » dans la fiche importée, si vous le connaissez.",
        "L’annuaire écrit la structure, un tiret, puis l’un des 101 départements français.",
        "- Centre social Les Acacias",
        "- Centre social Les Acacias - Creuse",
    ),
    Message(
        "etiquette-absente",
        NOTICE,
        "« {fiche} » n’a pas toutes les étiquettes de l’annuaire : {etiquettes}.",
        "Vérifiez que rien n’a été effacé en copiant ; sinon il n’y a rien à faire.",
        "L’annuaire écrit toutes ses étiquettes, même quand rien ne les suit. S’il en manque une, son "
        "texte a pu être "
        "rangé sous l’étiquette d’avant.",
        "- Dimension\n- Citoyenneté\n- Résumé",
        "- Dimension\n- Citoyenneté\n- Mots clés associés à l’action\n-\n- Résumé",
    ),
    Message(
        "fichier-a-recuperer",
        NOTICE,
        "« {fiche} » cite un fichier associé : « {extrait} ».",
        "Téléchargez-le depuis l’annuaire, mettez-le dans « content », et citez-le sous « fichiers ».",
        "La liste de l’annuaire donne le nom des fichiers, pas les fichiers. Le nom est gardé dans le texte.",
        "- Fichier(s) associé(s)\n- affiche.pdf",
        "fichiers:\n  - fiches/affiche.pdf",
    ),
)

_MARGIN: tuple[Message, ...] = (
    Message(
        "phrases-collees",
        NOTICE,
        "Deux mots semblent collés : « {extrait} ».",
        "Ajoutez l’espace dans la fiche importée.",
        "En copiant une page, des retours à la ligne disparaissent, et la fin d’une phrase touche le "
        "début de la "
        "suivante. Le texte est importé tel quel : à vous de corriger.",
        "les habitants du quartierNous avons",
        "les habitants du quartier. Nous avons",
    ),
    Message(
        "statut-contredit",
        NOTICE,
        "Le statut est « {statut} », mais le texte dit : « {extrait} ».",
        "Gardez le statut, ou corrigez-le dans la fiche importée.",
        "Une action « En cours » qui « a pris fin », ou « Terminée » qui « se poursuit », a sans doute un "
        "statut ancien.",
        "- Statut de l’action\n- Terminée\n…\nL’action se poursuit en 2027.",
        "- Statut de l’action\n- En cours\n…\nL’action se poursuit en 2027.",
    ),
    Message(
        "annee-absente",
        NOTICE,
        "Il manque l’année de « {extrait} ».",
        "Ajoutez-la si vous la connaissez : dans deux ans, personne ne saura de quand il s’agit.",
        "L’annuaire garde des actions de plusieurs années. Une date sans année y devient vite illisible.",
        "samedi 27 août",
        "samedi 27 août 2016",
    ),
    Message(
        "montant-douteux",
        NOTICE,
        "Le montant « {extrait} » est douteux : {raison}",
        "Vérifiez-le dans le document d’origine.",
        "Un tiret devant un montant peut être un moins ou une puce ; un nombre seul peut être des euros "
        "ou autre chose. "
        "Le texte est importé tel quel.",
        "- 650€",
        "Services extérieurs : 650 €",
    ),
    Message(
        "budget-desequilibre",
        NOTICE,
        "Le budget ne tombe pas juste : {raison}.",
        "Il est gardé en texte. Quand il est juste, écrivez-le sous « budget ».",
        "Un budget est proposé ligne par ligne quand toutes ses lignes se lisent et que les charges "
        "égalent les "
        "produits. Sinon le texte est gardé, sans rien deviner.",
        "Charges : 300 €\nAchats : 200 €\nProduits : 300 €\nVille : 300 €",
        "Charges : 300 €\nAchats : 300 €\nProduits : 300 €\nVille : 300 €",
    ),
    Message(
        "budget-aplati",
        NOTICE,
        "Le budget de « {fiche} » était un tableau à deux colonnes : ses lignes sont mêlées.",
        "Il est gardé en texte. Reprenez-le à la main sous « budget », depuis le document d’origine.",
        "Copié en texte, un tableau « charges » et « produits » perd ses colonnes : rien ne dit plus quel "
        "montant va "
        "avec quel poste. Nous ne devinons pas.",
        "CHARGES\nPRODUITS\n60 - Achats\n1800€",
        "budget:\n  charges:\n    - poste: 60 - Achats\n      montant: 1 800 €",
    ),
    Message(
        "effectif-incertain",
        NOTICE,
        "« {extrait} » personnes : salariés, bénévoles ou habitants ?",
        "Précisez-le sous « personnes » dans la fiche importée.",
        "L’annuaire demande le nombre de personnes mobilisées ; un nombre seul ne dit pas lesquelles.",
        "150",
        "5 salariés, 25 bénévoles, 120 habitants",
    ),
    Message(
        "nom-de-personne",
        NOTICE,
        "« {extrait} » semble être le nom d’une personne.",
        "Demandez son accord avant de publier, ou écrivez son rôle à la place.",
        "Le nom d’une personne ne se publie pas sans son accord (règlement général sur la protection des "
        "données). Le "
        "rôle suffit presque toujours : « l’animatrice », « un bénévole ».",
        "organisée par Cindy, animatrice",
        "organisée par l’animatrice",
    ),
    Message(
        "coordonnees-personnelles",
        NOTICE,
        "Le texte contient un téléphone ou une adresse électronique : « {extrait} ».",
        "Vérifiez qu’ils sont ceux de la structure, non d’une personne.",
        "Un numéro ou une adresse dans un texte échappe aux mises à jour, et peut être celui d’une personne.",
        "contactez Anne au 06 12 34 56 78",
        "contactez l’accueil",
    ),
)

MESSAGES: tuple[Message, ...] = (*_LISTING, *_MARGIN)
