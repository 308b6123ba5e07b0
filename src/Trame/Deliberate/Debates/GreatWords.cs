using Trame.Foundation.Text;

namespace Trame.Deliberate.Debates;

/// <summary>« La sécurité », « l’écologie » : words about which nothing can be decided. A debate that says nothing else is asked what it is about, here.</summary>
public static class GreatWords
{
    private static readonly HashSet<string> Great =
    [
        "securite", "ecologie", "laicite", "republique", "vivre", "ensemble", "vivre-ensemble", "mobilite", "mobilites", "transition", "climat", "sante", "jeunesse", "jeunes", "citoyennete", "democratie",
        "participation", "identite", "immigration", "integration", "solidarite", "proprete", "tranquillite", "culture", "education", "emploi", "environnement", "nature", "avenir", "ville", "quartier", "commune", "territoire",
        "attractivite", "developpement", "durable", "economie", "logement", "incivilites", "delinquance", "lien", "social", "cohesion", "egalite", "liberte", "fraternite", "biodiversite", "energie", "numerique",
        "security", "ecology", "secularism", "mobility", "climate", "health", "youth", "citizenship", "democracy", "identity", "integration", "solidarity", "environment", "future", "housing", "safety",
    ];

    private static readonly HashSet<string> Small =
    [
        "la", "le", "les", "l", "de", "du", "des", "d", "et", "ou", "a", "au", "aux", "en", "dans", "sur", "pour", "notre", "nos", "votre", "une", "un", "quelle", "quel", "quels", "quelles", "comment", "faut", "il", "est", "ce", "que", "qu", "mieux",
        "plus", "debat", "debattre", "question", "parlons", "ameliorer", "the", "of", "and", "our", "in", "for", "how", "what", "a", "to", "better", "more", "debate",
    ];

    /// <summary>Are all the words that mean something great ones? A text without words is not judged here.</summary>
    public static bool Only(string text)
    {
        var words = Slug.From(text).Split('-', StringSplitOptions.RemoveEmptyEntries).Where(w => !Small.Contains(w)).ToList();
        return words.Count > 0 && words.All(Great.Contains);
    }
}
