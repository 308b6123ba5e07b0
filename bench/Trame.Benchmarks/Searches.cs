namespace Trame.Benchmarks;

/// <summary>What people ask of a register of a whole country: words, the beginning of a word, a commune, filters, other orders.</summary>
internal static class Searches
{
    public static readonly string[] All =
    [
        "", "?q=jardin", "?q=atelier+cuisine", "?q=gout", "?q=medi", "?q=repas+partage+yzeure", "?q=%22caf%C3%A9+associatif%22", "?q=biblioth%C3%A8que+-num%C3%A9rique",
        "?commune=moulins", "?commune=allier", "?q=atelier&commune=moulins", "?pres=moulins&km=10", "?pres=moulins&km=10&tri=proche", "?nature=lieu", "?nature=moment&tri=prochain",
        "?domaine=culture&gratuit=oui", "?acces=step-free&public=seniors", "?ouvert=dimanche", "?ouvert=maintenant&commune=allier", "?tri=recent", "?tri=nom&taille=100", "?q=marche&nature=moment&tri=prochain",
    ];
}
