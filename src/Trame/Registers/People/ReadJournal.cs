using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Web;

namespace Trame.Registers.People;

/// <summary>The security journal, last line first, page by page. Names are those of people who are still here.</summary>
public sealed class ReadJournal(TrameDb db, Rights rights)
{
    public const int Shown = 50;

    public sealed record Line(Guid Id, Instant At, string Kind, string? Who, string? By, string Detail);

    /// <param name="Lines">At most <see cref="Shown"/>.</param>
    /// <param name="Next">After which line the next page starts; null at the end.</param>
    public sealed record Read(IReadOnlyList<Line> Lines, Guid? Next);

    public async Task<Outcome<Read>> Handle(string kind, Guid? after, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, PeopleActs.ReadJournal)) return Refusal.NotAllowed;
        var lines = db.Set<SecurityEvent>().AsNoTracking();
        if (kind.Length > 0) lines = lines.Where(l => l.Kind == kind);
        // Identifiers are in order of time (UUID v7); the instant comes first because the index does.
        if (after is { } id && await db.Set<SecurityEvent>().Where(l => l.Id == id).Select(l => (Instant?)l.At).FirstOrDefaultAsync(stop) is { } at)
            lines = lines.Where(l => l.At < at || (l.At == at && l.Id.CompareTo(id) < 0));
        var people = db.Set<Person>();
        var page = await lines.OrderByDescending(l => l.At).ThenByDescending(l => l.Id).Take(Shown + 1)
            .Select(l => new Line(l.Id, l.At, l.Kind, people.Where(p => p.Id == l.PersonId).Select(p => p.DisplayName).FirstOrDefault(),
                people.Where(p => p.Id == l.ByPersonId).Select(p => p.DisplayName).FirstOrDefault(), l.Detail)).ToListAsync(stop);
        return new Read([.. page.Take(Shown)], page.Count > Shown ? page[Shown - 1].Id : null);
    }
}
