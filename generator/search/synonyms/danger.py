"""Words of danger: nothing comes before them."""

from generator.search.meaning import Meaning

DANGER: tuple[Meaning, ...] = (
    Meaning(
        (
            "violence", "violences", "violent", "violente", "violents", "violentes", "coups", "peur",
            "frappe", "frappé", "frappée", "me bat", "bat les enfants", "bat mes enfants", "bat mon fils",
            "bat ma fille", "battu", "battue", "battus", "battues", "gifle", "gifles", "me tape",
            "étrangle", "étranglée", "me tuer", "couteau", "arme", "menace", "menaces", "chantage",
            "harcèlement", "harcèle", "harcelée", "me suit", "me surveille", "m'enferme", "séquestrée",
            "terrorise", "insulte", "insultes", "crie dessus", "crie sur", "rabaisse", "humilie", "humiliations", "emprise",
            "pervers narcissique", "contrôle coercitif", "mariage forcé", "excision", "féminicide",
            "viol", "violé", "violée", "inceste", "pédophile", "abus sexuel", "abus sexuels", "abuse",
            "casse tout", "me fait du mal", "fait du mal", "me touche", "touche mon enfant", "touche ma fille",
            "touche mon fils", "agression", "agressions", "attouchement", "attouchements", "maltraitance",
            "maltraitances", "maltraite", "maltraité", "maltraitée", "maltraités", "maltraitant",
            "maltraitante", "négligence", "danger", "dangereux", "dangereuse", "inquiet pour mon enfant",
            "inquiète pour mon enfant", "inquiet pour un enfant", "signalement",
            "information préoccupante", "me protéger", "protéger mon enfant", "protéger mes enfants",
            "protéger mon fils", "protéger ma fille", "mise à l'abri", "ordonnance de protection",
            "bracelet anti-rapprochement", "téléphone grave danger", "porter plainte", "plainte",
            "main courante", "sos", "au secours", "urgence", "police", "gendarmerie", "samu",
            "pompiers", "appeler le 15", "appeler le 17", "appeler le 18", "faire le 15", "faire le 17",
            "faire le 18", "3919", "119",
            "114", "112",
        ),
        None,
        "En cas de violences, la médiation n'est pas la réponse : des numéros gratuits vous "
        "écoutent et vous protègent.",
        "se-proteger",
        "Se protéger des violences",
    ),
    Meaning(
        (
            "suicide", "suicider", "suicidaire", "idées noires", "envie de mourir", "veux mourir",
            "plus envie de vivre", "en finir avec la vie", "3114",
        ),
        None,
        "Le 3114 répond jour et nuit, gratuitement, à qui pense à mourir ou craint pour un proche.",
        "numeros",
        "Les numéros à connaître",
    ),
)  # fmt: skip
