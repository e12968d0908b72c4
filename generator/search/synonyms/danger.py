"""Words of danger: nothing comes before them."""

from generator.search.meaning import Meaning


def _of_who_thinks_of_dying(*phrases: str) -> Meaning:
    return Meaning(
        phrases,
        None,
        "Le 3114 répond jour et nuit, gratuitement, à qui pense à mourir ou craint pour un proche.",
        "numeros",
        "Les numéros à connaître",
    )


DANGER: tuple[Meaning, ...] = (
    # Before « tuer » by somebody else.
    _of_who_thinks_of_dying("vais me tuer", "veux me tuer", "envie de me tuer", "pense à me tuer"),
    Meaning(
        (
            "violence", "violences", "violent", "violente", "violents", "violentes", "coups", "peur",
            "frappe", "frappé", "frappée", "me bat", "bat les enfants", "bat mes enfants",
            "bat mon fils", "bat ma fille", "battu", "battue", "battus", "battues", "gifle", "gifles",
            "giflée", "me tape", "nous tape", "tape les enfants", "tape mes enfants", "tape mon enfant",
            "tape mon fils", "tape ma fille", "me pousse", "m'a poussé", "m'a poussée",
            "jetée par terre", "jeté par terre", "lève la main", "levé la main", "secoue", "cogne",
            "cognée", "tabasse", "tabassée", "tabasser", "faire battre", "baffes", "une baffe", "claques",
            "une claque", "fessée", "fessées", "bleus", "hématome", "hématomes", "étrangle",
            "étranglée", "tuer", "tué", "couteau", "arme", "menace", "menaces", "menacée", "menacés",
            "chantage", "harcèlement", "harcèle", "harcelée", "me suit", "me surveille", "me surveiller",
            "espionne", "traceur", "lit mes messages", "fouille mon téléphone", "messages par jour",
            "me contrôle", "contrôle tout", "contrôle mon argent", "contrôle mes comptes",
            "contrôle mon téléphone", "prend mon argent", "prive d'argent", "m'enferme", "enfermée",
            "séquestrée", "laisse pas sortir", "empêche de sortir", "m'empêche de sortir",
            "interdit de sortir", "m'interdit de sortir", "interdit de voir ma famille",
            "empêche de voir ma famille", "empêche de voir mes amis", "m'isole", "pris mes papiers",
            "terrorise", "insulte", "insultes", "me traite de", "traite de folle", "traite de fou",
            "crie dessus", "crie sur", "hurle", "rabaisse", "humilie", "humiliations", "emprise",
            "pervers narcissique", "manipulateur", "manipulatrice", "toxique", "contrôle coercitif",
            "mariage forcé", "excision", "féminicide", "viol", "violer", "violé", "violée", "inceste",
            "pédophile", "abus sexuel", "abus sexuels", "sexuelle", "sexuelles", "abuse", "il me force",
            "elle me force", "rapport forcé", "rapports forcés", "coucher avec lui", "faire l'amour", "photos intimes",
            "diffuse mes photos", "revenge porn", "casse tout", "casse mes affaires",
            "brûle mes affaires", "jette mes affaires", "me fait du mal", "fait du mal", "faire du mal",
            "me fait mal", "me touche", "m'a touché", "m'a touchée", "papa la touche",
            "touche mon enfant", "touche ma fille", "touche mon fils", "touché mon enfant",
            "touché ma fille", "touché mon fils", "agression", "agressions", "attouchement",
            "attouchements", "maltraitance", "maltraitances", "maltraite", "maltraité", "maltraitée",
            "maltraités", "maltraitant", "maltraitante", "négligence", "danger", "dangereux",
            "dangereuse", "inquiet pour mon enfant", "inquiète pour mon enfant",
            "inquiet pour un enfant", "signalement", "information préoccupante", "enfant disparu",
            "enfants disparus", "fils a disparu", "fille a disparu", "me protéger",
            "protéger mon enfant", "protéger mes enfants", "protéger mon fils", "protéger ma fille",
            "mise à l'abri", "fuir", "m'enfuir", "ordonnance de protection", "éviction",
            "bracelet anti-rapprochement", "téléphone grave danger", "aide aux victimes",
            "suis victime", "victime de", "porter plainte", "plainte", "main courante", "sos",
            "au secours", "urgence", "police", "gendarmerie", "samu", "pompiers", "appeler le 15",
            "appeler le 17", "appeler le 18", "faire le 15", "faire le 17", "faire le 18", "3919",
            "119", "114", "112",
        ),
        None,
        "En cas de violences, la médiation n'est pas la réponse : des numéros gratuits vous "
        "écoutent et vous protègent.",
        "se-proteger",
        "Se protéger des violences",
    ),
    _of_who_thinks_of_dying(
        "suicide", "suicider", "suicidaire", "idées noires", "envie de mourir", "veux mourir",
        "veut mourir", "plus envie de vivre", "peux plus de vivre", "en finir avec la vie", "envie d'en finir",
        "fin à mes jours", "n'en peux plus", "j'en peux plus", "scarifie", "scarification", "3114",
    ),
    Meaning(
        (
            "115", "sans abri", "à la rue", "où dormir", "dormir dehors", "dors dehors",
            "dors dans ma voiture", "dormir dans ma voiture", "nulle part où aller",
            "mis à la porte", "mise à la porte",
        ),
        None,
        "Nulle part où dormir ce soir ? Le 115 répond jour et nuit, gratuitement.",
        "numeros",
        "Les numéros à connaître",
    ),
)  # fmt: skip
