namespace Trame.Act.Dispositifs;

/// <summary>What a dispositif composes, and whether this Trame already does it. What it does not is shown as such, never imitated.</summary>
/// <param name="Path">Where one uses it; null when it is not built yet.</param>
public sealed record Primitive(string Key, string? Path)
{
    public bool IsBuilt => Path is not null;

    public static readonly IReadOnlyList<Primitive> All =
    [
        new("lieu", "/occasions?nature=lieu"), new("moment", "/occasions?nature=moment"), new("projet", "/faire"), new("organisation", "/organisations"), new("presences", "/occasions?nature=moment"),
        new("indicateur", "/observatoire"), new("territoire", "/territoires"), new("besoin", "/relier/demander"), new("ressource", "/relier/proposer"), new("opportunite", "/opportunites"), new("groupe", null), new("reservation", "/reserver"), new("temps", "/temps"),
        new("contrat", "/contrats"), new("debat", "/debats"), new("carte-avis", "/debats"), new("tirage", null), new("comite", null), new("budget-participatif", null), new("convention", null), new("appel", null), new("programme", null), new("recit", "/faire?etape=termine,arrete"),
    ];

    public static Primitive Named(string key) => All.First(p => p.Key == key);
}
