using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Foundation.Data;

namespace Trame.Registers.Occasions;

/// <summary>What waits for someone at the desk: each queue is a question about the register, counted and listed the same way.</summary>
public sealed class DeskQueue(TrameDb db, IEnumerable<IDeskQueue>? others = null)
{
    private static readonly IReadOnlyList<string> Names = ["stale", "disagreements", "without-hours", "without-point", "recent"];

    private readonly IReadOnlyList<IDeskQueue> _others = [.. others ?? []];

    /// <summary>The queues that this person is shown.</summary>
    public IReadOnlyList<string> For(Func<Foundation.Web.Act, bool> may) => [.. Names, .. _others.Where(q => may(q.Only)).Select(q => q.Name)];

    /// <summary>Where one puts a record of this queue right.</summary>
    public string Remedy(string name) => _others.FirstOrDefault(q => q.Name == name)?.Remedy ?? name switch { "stale" => "etat", "disagreements" => "sources", "recent" => "historique", _ => "decrire" };

    /// <param name="stale">Nobody said or confirmed these since then.</param>
    public IQueryable<Occasion> Of(string name, Instant stale)
    {
        var living = db.Set<Occasion>().AsNoTracking().Where(o => o.MergedIntoId == null && o.Status != OccasionStatus.Closed);
        if (_others.FirstOrDefault(q => q.Name == name) is { } other) return other.Of(db, living);
        return name switch
        {
            "stale" => living.Where(Occasion.ToConfirm(stale)),
            // Sources are one JSON text: a word that is not shown is there as such, in both databases.
            "disagreements" => db.Set<Occasion>().FromSqlRaw("SELECT * FROM occasion WHERE sources LIKE {0}", "%\"shown\":false%").AsNoTracking().Where(o => o.MergedIntoId == null && o.Status != OccasionStatus.Closed),
            "without-hours" => living.Where(o => o.Kind == OccasionKind.Place && o.Hours == "" && !o.Itinerant),
            "without-point" => living.Where(o => o.Latitude == null),
            _ => living,
        };
    }
}
