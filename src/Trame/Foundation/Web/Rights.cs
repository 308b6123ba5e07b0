namespace Trame.Foundation.Web;

/// <summary>Who may do what. Rooms declare their acts; the page « qui peut faire quoi » prints this very list.</summary>
public sealed class Rights(IEnumerable<Act> acts)
{
    private readonly Dictionary<string, Act> _acts = acts.ToDictionary(a => a.Key);

    public IReadOnlyCollection<Act> All => _acts.Values;

    /// <summary>May this actor do that here or in a part of the space?</summary>
    public bool MaySomewhere(Actor actor, Act act) =>
        _acts.ContainsKey(act.Key) && (act.Roles.Contains("visitor") || actor.Roles.Any(held => act.Roles.Contains(held.Role)));

    /// <summary>May this actor do that, here? An act nobody declared is refused.</summary>
    public bool May(Actor actor, Act act, Guid? scope = null) =>
        _acts.ContainsKey(act.Key) && (act.Roles.Contains("visitor") || act.Roles.Any(role => actor.Is(role, scope)));
}
