using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Web;

namespace Trame.Act.CitizenDays;

/// <summary>What a desk noted, maybe hours ago without a network: who came, who was not expected. Sent twice, it counts once; ten desks at once lose nothing.</summary>
public sealed class ReceiveDesk(TrameDb db, Rights rights, SignUpForDay signUp)
{
    public const int MostNotes = 500;
    private const int Tries = 6;

    /// <param name="SignUpId">Who; for a walk-in, chosen by the desk.</param>
    /// <param name="Here">Who of them is there; null for a walk-in.</param>
    /// <param name="Names">Of a walk-in: first names, or nothing where they said none.</param>
    /// <param name="SiteId">Where a walk-in was sent; null: where hands are missing.</param>
    public sealed record Note(Guid SignUpId, IReadOnlyList<bool>? Here, IReadOnlyList<string>? Names, Guid? SiteId, string? Quarter);

    public sealed record Request(Guid DayId, IReadOnlyList<Note> Notes);

    /// <summary>What became of each note, in their order.</summary>
    public async Task<Outcome<IReadOnlyList<Outcome>>> Handle(Request request, Actor actor, CancellationToken stop)
    {
        if (await db.Set<CitizenDay>().AsNoTracking().FirstOrDefaultAsync(d => d.Id == request.DayId, stop) is not { } day) return Refusal.Gone;
        if (!rights.May(actor, CitizenDayActs.Run, day.TerritoryId)) return Refusal.NotAllowed;
        if (request.Notes.Count > MostNotes) return new Refusal("days.desk.too-many", "", $"{MostNotes}");
        var answers = new List<Outcome>();
        foreach (var note in request.Notes)
        {
            answers.Add(note.Names is { } names
                ? (await signUp.Handle(new(day.Id, [.. names.Select(n => new SignedPerson(n, [], []))], [], [], note.Quarter ?? "", "", Channel.Counter, WalkIn: true, note.SignUpId, note.SiteId), actor, stop)).Plain
                : await Arrive(day.Id, note, actor, stop));
            db.ChangeTracker.Clear();
        }

        return answers;
    }

    private async Task<Outcome> Arrive(Guid dayId, Note note, Actor actor, CancellationToken stop)
    {
        for (var again = 1; ; again++)
        {
            if (await db.Set<SignUp>().FirstOrDefaultAsync(s => s.Id == note.SignUpId && s.DayId == dayId, stop) is not { } known) return Refusal.Gone;
            var outcome = known.Arrive(note.Here ?? [.. known.People.Select(_ => true)]);
            if (!outcome.Accepted) return outcome;
            db.Author = actor.As();
            var saved = await db.Save(stop);
            if (saved.Accepted || again == Tries || !saved.Refusals.Contains(Refusal.Conflict)) return saved;
            db.ChangeTracker.Clear(); // another desk was first: what it wrote is read again
        }
    }
}
