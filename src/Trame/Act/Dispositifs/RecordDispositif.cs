using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;
using Trame.Foundation.Data;
using Trame.Foundation.Spaces;
using Trame.Foundation.Tables;
using Trame.Foundation.Web;

namespace Trame.Act.Dispositifs;

/// <summary>What came in: papers with their day, seats filled, amounts. What breaks a rule may be written, since it is so; the rule then keeps the phase from ending.</summary>
public sealed class RecordDispositif(TrameDb db, Rights rights, CurrentSpace space)
{
    private const int MostSeats = 100_000;
    private const decimal MostMoney = 1_000_000_000_000;

    /// <summary>By key, as typed; an empty answer takes away what was said.</summary>
    public sealed record Request(Guid RunId, int Version, IReadOnlyDictionary<string, string> Documents, IReadOnlyDictionary<string, string> Seats, IReadOnlyDictionary<string, string> Amounts);

    public async Task<Outcome> Handle(Request request, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, DispositifActs.Record)) return Refusal.NotAllowed;
        if (await db.Set<DispositifRun>().FirstOrDefaultAsync(r => r.Id == request.RunId, stop) is not { EndedOn: null } run) return Refusal.Gone;
        var (rules, refusals) = (DispositifFile.Of(run.Rules), new List<Refusal>());
        var documents = Documents(request, rules, SpaceCalendar.Of(space.Settings).Today(db.Now), refusals);
        var seats = Seats(request, rules, refusals);
        var amounts = Amounts(request, rules, refusals);
        if (refusals.Count > 0) return Outcome.Of(refusals);
        run.Record(documents, seats, amounts);
        db.Expect(run, request.Version);
        db.Author = actor.As();
        return await db.Save(stop);
    }

    private static Dictionary<string, string> Documents(Request request, Dispositif rules, LocalDate today, List<Refusal> refusals)
    {
        var documents = new Dictionary<string, string>();
        foreach (var document in rules.Documents)
        {
            if (Typed(request.Documents, document.Key) is not { Length: > 0 } day) continue;
            if (LocalDatePattern.Iso.Parse(day) is not { Success: true } read) refusals.Add(new("occasions.field.date", $"Documents[{document.Key}]", day));
            else if (read.Value > today) refusals.Add(new("dispositifs.day.future", $"Documents[{document.Key}]"));
            else documents[document.Key] = day;
        }

        return documents;
    }

    private static Dictionary<string, int> Seats(Request request, Dispositif rules, List<Refusal> refusals)
    {
        var seats = new Dictionary<string, int>();
        foreach (var key in rules.Bodies.SelectMany(b => b.Seats.Select(s => $"{b.Key}.{s.Key}")))
        {
            if (Typed(request.Seats, key) is not { Length: > 0 } typed) continue;
            if (int.TryParse(typed, out var filled) && filled is >= 0 and <= MostSeats) seats[key] = filled;
            else refusals.Add(new("dispositifs.seats.number", $"Seats[{key}]", typed));
        }

        return seats;
    }

    private static Dictionary<string, decimal> Amounts(Request request, Dispositif rules, List<Refusal> refusals)
    {
        var amounts = new Dictionary<string, decimal>();
        foreach (var line in rules.Amounts)
        {
            if (Typed(request.Amounts, line.Key) is not { Length: > 0 } typed) continue;
            if (NumberCells.Decimal(typed) is { HasValue: true, Value: >= 0 and <= MostMoney and var amount }) amounts[line.Key] = amount;
            else refusals.Add(new("dispositifs.amount.number", $"Amounts[{line.Key}]", typed));
        }

        return amounts;
    }

    private static string Typed(IReadOnlyDictionary<string, string> all, string key) => all.GetValueOrDefault(key, "").Trim();
}
