using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Web;
using Trame.Registers.Occasions;

namespace Trame.Registers.Sources;

/// <summary>Somebody corrects what was understood of a file, or says which place a row is. What was worked out before is worked out again.</summary>
public sealed class CorrectImport(TrameDb db, Rights rights)
{
    /// <param name="Fields">By column: the key of what it says, or empty to leave it out.</param>
    public sealed record Request(Guid ImportId, int Version, IReadOnlyDictionary<string, string> Fields, string Source, string? Type, bool Complete, double SameAbove);

    /// <param name="PlaceId">The place it is; null for none of them.</param>
    public sealed record Decision(Guid ImportId, string Key, Guid? PlaceId);

    /// <returns>The import that was corrected: another one when this one is applied.</returns>
    public async Task<Outcome<PlaceImport>> Handle(Request request, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, SourceActs.Import)) return Refusal.NotAllowed;
        if (await db.Set<PlaceImport>().FirstOrDefaultAsync(i => i.Id == request.ImportId, stop) is not { } import) return Refusal.Gone;
        if (import.Version != request.Version) return Refusal.Conflict;
        var map = import.Map.With(request.Fields) with { Type = string.IsNullOrEmpty(request.Type) ? null : request.Type, Source = request.Source.Trim() };
        var refusals = new List<Refusal>();
        if (request.Source.Trim().Length is 0 or > 150) refusals.Add(new("sources.import.no-source", nameof(request.Source)));
        if (map.Columns.Any(c => c.Field.Length > 0 && !PlaceColumns.Keys.Contains(c.Field)) || (map.Type is { } type && !Vocabulary.Types[OccasionKind.Place].Contains(type))) return Refusal.NotAllowed; // not from our form
        if (!map.Says("name")) refusals.Add(new("sources.import.no-name", "name"));
        foreach (var twice in map.Columns.Where(c => c.Field.Length > 0 && !PlaceColumns.Several.Contains(c.Field) && PlaceColumns.Days.All(d => c.Field != PlaceColumns.DayPrefix + d)).GroupBy(c => c.Field).Where(g => g.Count() > 1))
            refusals.Add(new("sources.map.twice", twice.Key, PlaceColumns.Label(twice.Key), string.Join(", ", twice.Select(c => c.Column))));
        if (refusals.Count > 0) return Outcome.Of(refusals);
        import = import.ToWorkOn(db.Now, other => db.Add(other));
        import.ReadAs(map, request.Source.Trim(), request.Complete, request.SameAbove is >= 0.5 and <= 1 ? request.SameAbove : Resemblance.Never);
        var outcome = await db.Save(stop);
        return outcome.Accepted ? import : outcome;
    }

    public async Task<Outcome<PlaceImport>> Decide(Decision decision, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, SourceActs.Import)) return Refusal.NotAllowed;
        if (await db.Set<PlaceImport>().FirstOrDefaultAsync(i => i.Id == decision.ImportId, stop) is not { } import) return Refusal.Gone;
        if (decision.PlaceId is { } place && !await db.Set<Places.Place>().AnyAsync(p => p.Id == place && p.MergedIntoId == null, stop)) return Refusal.Gone;
        import = import.ToWorkOn(db.Now, other => db.Add(other));
        import.Decide(decision.Key, decision.PlaceId);
        var outcome = await db.Save(stop);
        return outcome.Accepted ? import : outcome;
    }
}
