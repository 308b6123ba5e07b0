using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Web;

namespace Trame.Deliberate.Panels;

/// <summary>A base list is read and its hash is kept; then public values draw, from that very list, who receives a letter. The list itself is kept nowhere.</summary>
public sealed class DrawLetters(TrameDb db, Rights rights, LetterCodes codes)
{
    public async Task<Outcome<ListReport>> Receive(Guid conventionId, int version, byte[] file, Actor actor, CancellationToken stop)
    {
        if (await Convention(conventionId, stop) is not { } convention) return Refusal.Gone;
        if (!rights.May(actor, PanelActs.Run)) return Refusal.NotAllowed;
        var list = BaseList.Read(file);
        if (!list.Accepted) return list.Plain;
        var outcome = convention.Receive(list.Value.Report);
        if (!outcome.Accepted) return Drop(outcome);
        db.Expect(convention, version);
        db.Author = actor.As();
        var saved = await db.Save(stop);
        return saved.Accepted ? list.Value.Report : saved;
    }

    /// <returns>Letters to send.</returns>
    public async Task<Outcome<IReadOnlyList<PanelPerson>>> Handle(Guid conventionId, int version, string values, byte[] file, Actor actor, CancellationToken stop)
    {
        if (await Convention(conventionId, stop) is not { } convention) return Refusal.Gone;
        if (!rights.May(actor, PanelActs.Run)) return Refusal.NotAllowed;
        if (values.Trim().Length > ConventionFrame.ShortLength) return new Refusal("occasions.field.long", "Values", $"{ConventionFrame.ShortLength}", $"{values.Trim().Length}");
        var list = BaseList.Read(file);
        if (!list.Accepted) return list.Plain;
        var drawn = list.Value.Draw(Math.Min(convention.Letters, list.Value.Report.Households), values.Trim());
        var outcome = convention.Send(values, list.Value.Report.Hash, drawn.Count);
        if (!outcome.Accepted) return Drop(outcome);
        var digits = $"{drawn.Count}".Length;
        List<PanelPerson> people = [.. drawn.Index().Select(d => Person(convention, $"T{(d.Index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture).PadLeft(digits, '0')}", d.Item))];
        db.AddRange(people);
        db.Add(PanelFacts.Of(PanelFacts.Invited, convention, db.Now, people.Count));
        db.Expect(convention, version);
        db.Author = actor.As();
        var saved = await db.Save(stop);
        return saved.Accepted ? people : saved;
    }

    private PanelPerson Person(Convention convention, string ticket, BasePerson known)
    {
        var id = Guid.CreateVersion7();
        return new(id, convention.Id, ticket, known, LetterCodes.Hash(codes.Of(id)), db.Now);
    }

    private Task<Convention?> Convention(Guid id, CancellationToken stop) => db.Set<Convention>().FirstOrDefaultAsync(c => c.Id == id, stop);

    private Outcome Drop(Outcome outcome)
    {
        db.ChangeTracker.Clear();
        return outcome;
    }
}
