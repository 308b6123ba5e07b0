using Trame.Foundation.Data;
using Trame.Foundation.Text;

namespace Trame.Act.Projects;

/// <summary>Something a project looks for, what was promised and what came. Holds: a quantity is above zero; what somebody promised is never lost when the want changes.</summary>
public sealed class Want : IVersioned
{
    public const int WhatLength = 120;
    public const long Most = 100_000_000; // a million euros in cents; nobody looks for more hands

    private Want() { }

    private Want(Guid projectId, WantKind kind, string what, long quantity) => (ProjectId, Kind, What, Quantity) = (projectId, kind, what, quantity);

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid ProjectId { get; private set; }
    public WantKind Kind { get; private set; }
    public string What { get; private set; } = "";
    public long Quantity { get; private set; }

    /// <summary>Derived from the contributions, in the transaction that changes one.</summary>
    public long Pledged { get; private set; }
    public long Given { get; private set; }
    public bool Removed { get; private set; }
    public int Version { get; private set; } = 1;

    public long Missing => Removed ? 0 : Math.Max(0, Quantity - Pledged);

    public static Outcome<Want> Of(Guid projectId, WantKind kind, string what, long quantity)
    {
        var refusals = Wrong(what, quantity).ToList();
        return refusals.Count > 0 ? Outcome.Of(refusals) : new Want(projectId, kind, what.Trim(), quantity);
    }

    public Outcome Change(string what, long quantity)
    {
        var refusals = Wrong(what, quantity).ToList();
        if (refusals.Count > 0) return Outcome.Of(refusals);
        (What, Quantity) = (what.Trim(), quantity);
        return Outcome.Done;
    }

    public void Remove(bool removed) => Removed = removed;

    private static IEnumerable<Refusal> Wrong(string what, long quantity)
    {
        if (Blank.Is(what)) yield return new("projects.want.what.missing", "What");
        if (what.Trim().Length > WhatLength) yield return new("occasions.field.long", "What", $"{WhatLength}", $"{what.Trim().Length}");
        if (quantity is < 1 or > Most) yield return new("projects.quantity.wrong", "Quantity");
    }
}
