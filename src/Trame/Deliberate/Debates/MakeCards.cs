using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Web;
using Trame.Registers.People;

namespace Trame.Deliberate.Debates;

/// <summary>Makes numbered cards to print and hand out. Their codes are seen once, on the sheet; here only what recognises them is kept.</summary>
public sealed class MakeCards(TrameDb db, Rights rights)
{
    public const int MostAtOnce = 200;
    public const int Most = 5_000;

    public sealed record Made(int Number, string Code);

    public async Task<Outcome<IReadOnlyList<Made>>> Handle(Guid debateId, int count, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, DebateActs.Run)) return Refusal.NotAllowed;
        if (!await db.Set<Debate>().AnyAsync(d => d.Id == debateId, stop)) return Refusal.Gone;
        var last = await db.Set<DebateCard>().Where(c => c.DebateId == debateId).MaxAsync(c => (int?)c.Number, stop) ?? 0;
        if (count is < 1 or > MostAtOnce || last + count > Most) return new Refusal("debates.cards.count", "Count", $"{MostAtOnce}");
        List<Made> made = [.. Enumerable.Range(last + 1, count).Select(number => new Made(number, Tokens.Code(2)))];
        foreach (var card in made) db.Add(new DebateCard(debateId, card.Number, Participant.KeyOf(debateId, card.Code), db.Now));
        db.Author = actor.As();
        var saved = await db.Save(stop);
        return saved.Accepted ? made : saved;
    }
}
