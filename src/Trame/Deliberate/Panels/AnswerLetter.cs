using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Web;

namespace Trame.Deliberate.Panels;

/// <summary>Somebody answers their letter by its code, or by paper or telephone through who keeps the convention; an answer that may not stand is set aside with its reason.</summary>
public sealed class AnswerLetter(TrameDb db, Rights rights)
{
    /// <param name="Key">The code of the letter; a ticket for those who keep the convention.</param>
    /// <param name="Values">One value for each category, in their order.</param>
    /// <param name="Eligible">Says to be eligible, and to have no interest in the matter.</param>
    /// <param name="Reach">How to be reached, or nothing.</param>
    public sealed record Request(Guid ConventionId, string Key, bool Comes, IReadOnlyList<string> Values, IReadOnlyList<string> Needs, bool Eligible, string Reach, Channel Channel);

    /// <param name="Exclusion">A word of a closed list; empty restores.</param>
    public sealed record Judged(Guid PersonId, int Version, string Exclusion, string Note);

    public async Task<Outcome> Handle(Request request, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, PanelActs.Answer)) return Refusal.NotAllowed;
        if (await db.Set<Convention>().AsNoTracking().FirstOrDefaultAsync(c => c.Id == request.ConventionId, stop) is not { } convention) return Refusal.Gone;
        if (convention.Stage != ConventionStage.Open) return new Refusal("convention.answers.closed");
        if (request.Key.Trim().Length == 0) return new Refusal("convention.code.missing", "Code");
        var (hash, ticket) = (LetterCodes.Hash(request.Key), rights.May(actor, PanelActs.Keep) ? request.Key.Trim().ToUpperInvariant() : "");
        if (await db.Set<PanelPerson>().FirstOrDefaultAsync(p => p.ConventionId == convention.Id && (p.CodeHash == hash || p.Ticket == ticket), stop) is not { } person) return new Refusal("convention.code.unknown", "Code");
        var outcome = request.Comes ? Accept(convention, person, request) : person.Decline(request.Channel);
        return await Save(outcome, stop);
    }

    public async Task<Outcome> Judge(Judged judged, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, PanelActs.Keep)) return Refusal.NotAllowed;
        if (await db.Set<PanelPerson>().FirstOrDefaultAsync(p => p.Id == judged.PersonId, stop) is not { } person) return Refusal.Gone;
        if (await db.Set<Convention>().AnyAsync(c => c.Id == person.ConventionId && c.Stage != ConventionStage.Open, stop)) return new Refusal("convention.answers.closed");
        if (judged.Note.Trim().Length > PanelPerson.NoteLength) return new Refusal("occasions.field.long", "Note", $"{PanelPerson.NoteLength}", $"{judged.Note.Trim().Length}");
        db.Entry(person).Property(p => p.Version).OriginalValue = judged.Version;
        return await Save(judged.Exclusion.Length == 0 ? person.Restore() : person.Exclude(judged.Exclusion, judged.Note), stop);
    }

    private static Outcome Accept(Convention convention, PanelPerson person, Request request)
    {
        var refusals = new List<Refusal>();
        foreach (var (index, category) in convention.Categories.Index())
            if (!convention.ValuesOf(category).Contains(request.Values.ElementAtOrDefault(index))) refusals.Add(new("convention.value.missing", $"Value-{index}", category));
        if (!request.Eligible) refusals.Add(new("convention.eligible.missing", "Eligible"));
        if (request.Needs.Any(n => !PanelPerson.NeedWords.Contains(n))) refusals.Add(new("convention.need.unknown", "Needs"));
        if (request.Reach.Trim().Length > PanelPerson.ReachLength) refusals.Add(new("occasions.field.long", "Reach", $"{PanelPerson.ReachLength}", $"{request.Reach.Trim().Length}"));
        return refusals.Count > 0 ? Outcome.Of(refusals) : person.Accept(request.Values, request.Needs, request.Reach, request.Channel);
    }

    private async Task<Outcome> Save(Outcome outcome, CancellationToken stop)
    {
        if (outcome.Accepted) return await db.Save(stop);
        db.ChangeTracker.Clear();
        return outcome;
    }
}
