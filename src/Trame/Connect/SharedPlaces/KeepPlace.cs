using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Spaces;
using Trame.Foundation.Text;
using Trame.Foundation.Web;
using Trame.Registers.Occasions;
using Trame.Registers.People;

namespace Trame.Connect.SharedPlaces;

/// <summary>What hosts keep of their place: house rules and prices, what is shared, who was trained, members, money, tools.</summary>
public sealed class KeepPlace(TrameDb db, Rights rights, CurrentSpace space)
{
    /// <param name="Solidarity">As typed, like the other amounts.</param>
    public sealed record Life(Guid PlaceId, int Version, string Rules, string Solidarity, string Usual, string Support);

    /// <param name="Id">Null: a new one.</param>
    public sealed record Space(Guid PlaceId, Guid? Id, int Version, string Name, SpaceKind Kind, int? Seats, string Deposit, bool NeedsTraining, LocalTime? QuietFrom, LocalTime? QuietTo, int? MostHours, string Terms, bool Retired);

    public sealed record Training(Guid SpaceId, string Name);

    public sealed record Joining(Guid PlaceId, string Name, string Reach, PriceTier Price);

    public sealed record Leaving(Guid MembershipId);

    public sealed record Money(Guid PlaceId, LocalDate? Day, BudgetSource Source, string What, string Amount);

    public sealed record Crossing(Guid LineId);

    public sealed record Tool(Guid PlaceId, string Name, int? Stock, string Deposit);

    public sealed record Loan(Guid ToolId, string Name, string Reach, int? Days);

    public sealed record Return(Guid LoanId, bool Broken);

    private LocalDate Today => SpaceCalendar.Of(space.Settings).Today(db.Now);

    public async Task<Outcome> Handle(Life request, Actor actor, CancellationToken stop)
    {
        if (await Hosted(request.PlaceId, actor, stop) is { Accepted: false } refused) return refused;
        var known = await db.Set<PlaceLife>().FirstOrDefaultAsync(l => l.PlaceId == request.PlaceId, stop);
        var life = known ?? new PlaceLife(request.PlaceId);
        var outcome = life.Say(request.Rules, TypedCents.Read(request.Solidarity), TypedCents.Read(request.Usual), TypedCents.Read(request.Support));
        if (!outcome.Accepted) return outcome;
        if (known is null) db.Add(life);
        else db.Expect(life, request.Version);
        return await Save(actor, stop);
    }

    public async Task<Outcome> Handle(Space request, Actor actor, CancellationToken stop)
    {
        if (await Hosted(request.PlaceId, actor, stop) is { Accepted: false } refused) return refused;
        var known = request.Id is { } id ? await db.Set<SharedSpace>().FirstOrDefaultAsync(s => s.Id == id && s.PlaceId == request.PlaceId, stop) : null;
        if (request.Id is not null && known is null) return Refusal.Gone;
        var shared = known ?? new SharedSpace(request.PlaceId);
        var outcome = shared.Say(request.Name, request.Kind, request.Seats, TypedCents.Read(request.Deposit), request.NeedsTraining, request.QuietFrom, request.QuietTo, request.MostHours, request.Terms, request.Retired);
        if (!outcome.Accepted) return outcome;
        if (known is null) db.Add(shared);
        else db.Expect(shared, request.Version);
        return await Save(actor, stop);
    }

    /// <returns>The code that whoever was trained books with.</returns>
    public async Task<Outcome<string>> Handle(Training request, Actor actor, CancellationToken stop)
    {
        if (await db.Set<SharedSpace>().AsNoTracking().FirstOrDefaultAsync(s => s.Id == request.SpaceId && s.NeedsTraining, stop) is not { } shared) return Refusal.Gone;
        if (await Hosted(shared.PlaceId, actor, stop) is { Accepted: false } refused) return refused;
        if (Called(request.Name, "") is { Accepted: false } wrong) return wrong;
        var code = Tokens.Code(2);
        db.Add(new SpaceTraining(shared.Id, request.Name.Trim(), code, Today));
        var saved = await Save(actor, stop);
        return saved.Accepted ? code : saved;
    }

    public async Task<Outcome> Handle(Joining request, Actor actor, CancellationToken stop)
    {
        if (await Hosted(request.PlaceId, actor, stop) is { Accepted: false } refused) return refused;
        if (Called(request.Name, request.Reach) is { Accepted: false } wrong) return wrong;
        var life = await db.Set<PlaceLife>().AsNoTracking().FirstOrDefaultAsync(l => l.PlaceId == request.PlaceId, stop) ?? new PlaceLife(request.PlaceId);
        var paid = life.PriceOf(request.Price);
        db.Add(new PlaceMembership(request.PlaceId, request.Name.Trim(), request.Reach.Trim(), request.Price, paid, Today));
        if (paid > 0) db.Add(BudgetLine.Of(request.PlaceId, Today, BudgetSource.Memberships, Foundation.Ui.Texts.In("fr", "shared.member.line"), paid).Value!); // its words are ours
        return await Save(actor, stop);
    }

    public async Task<Outcome> Handle(Leaving request, Actor actor, CancellationToken stop)
    {
        if (await db.Set<PlaceMembership>().FirstOrDefaultAsync(m => m.Id == request.MembershipId && m.EndedAt == null, stop) is not { } membership) return Refusal.Gone;
        if (await Hosted(membership.PlaceId, actor, stop) is { Accepted: false } refused) return refused;
        membership.End(db.Now);
        return await Save(actor, stop);
    }

    public async Task<Outcome> Handle(Money request, Actor actor, CancellationToken stop)
    {
        if (await Hosted(request.PlaceId, actor, stop) is { Accepted: false } refused) return refused;
        var line = BudgetLine.Of(request.PlaceId, request.Day, request.Source, request.What, TypedCents.Read(request.Amount));
        if (!line.Accepted) return line.Plain;
        db.Add(line.Value);
        return await Save(actor, stop);
    }

    public async Task<Outcome> Handle(Crossing request, Actor actor, CancellationToken stop)
    {
        if (await db.Set<BudgetLine>().FirstOrDefaultAsync(l => l.Id == request.LineId, stop) is not { } line) return Refusal.Gone;
        if (await Hosted(line.PlaceId, actor, stop) is { Accepted: false } refused) return refused;
        line.Remove(db.Now);
        return await Save(actor, stop);
    }

    public async Task<Outcome> Handle(Tool request, Actor actor, CancellationToken stop)
    {
        if (await Hosted(request.PlaceId, actor, stop) is { Accepted: false } refused) return refused;
        var tool = SharedTool.Of(request.PlaceId, request.Name, request.Stock, TypedCents.Read(request.Deposit));
        if (!tool.Accepted) return tool.Plain;
        db.Add(tool.Value);
        return await Save(actor, stop);
    }

    public async Task<Outcome> Handle(Loan request, Actor actor, CancellationToken stop)
    {
        if (await db.Set<SharedTool>().FirstOrDefaultAsync(t => t.Id == request.ToolId, stop) is not { } tool) return Refusal.Gone;
        if (await Hosted(tool.PlaceId, actor, stop) is { Accepted: false } refused) return refused;
        var outcome = Called(request.Name, request.Reach);
        if (request.Days is not (>= 1 and <= ToolLoan.MostDays)) outcome = outcome.And(new Refusal("shared.loan.days.wrong", "Days", $"{ToolLoan.MostDays}"));
        if (!outcome.Accepted) return outcome;
        outcome = tool.Lend(); // two hosts at once: the second finds another version, and is told
        if (!outcome.Accepted) return outcome;
        db.Add(new ToolLoan(tool.Id, request.Name.Trim(), request.Reach.Trim(), Today, Today.PlusDays(request.Days!.Value))); // refused just above
        return await Save(actor, stop);
    }

    public async Task<Outcome> Handle(Return request, Actor actor, CancellationToken stop)
    {
        if (await db.Set<ToolLoan>().FirstOrDefaultAsync(l => l.Id == request.LoanId, stop) is not { } loan) return Refusal.Gone;
        var tool = await db.Set<SharedTool>().FirstAsync(t => t.Id == loan.ToolId, stop);
        if (await Hosted(tool.PlaceId, actor, stop) is { Accepted: false } refused) return refused;
        var outcome = loan.Return(Today, request.Broken);
        if (!outcome.Accepted) return outcome;
        tool.TakeBack(request.Broken);
        return await Save(actor, stop);
    }

    private static Outcome Called(string name, string reach)
    {
        var refusals = new List<Refusal>();
        if (Blank.Is(name)) refusals.Add(new("shared.booking.no-name", "Name"));
        if (name.Trim().Length > Booking.NameLength) refusals.Add(new("occasions.field.long", "Name", $"{Booking.NameLength}", $"{name.Trim().Length}"));
        if (reach.Trim().Length > Booking.ReachLength) refusals.Add(new("occasions.field.long", "Reach", $"{Booking.ReachLength}", $"{reach.Trim().Length}"));
        return Outcome.Of(refusals);
    }

    private async Task<Outcome> Hosted(Guid placeId, Actor actor, CancellationToken stop)
    {
        if (await db.Set<Occasion>().AsNoTracking().FirstOrDefaultAsync(o => o.Id == placeId && o.Kind == OccasionKind.Place && o.MergedIntoId == null, stop) is not { } place) return Refusal.Gone;
        return rights.May(actor, SharedPlaceActs.Host, place) ? Outcome.Done : Refusal.NotAllowed;
    }

    private Task<Outcome> Save(Actor actor, CancellationToken stop)
    {
        db.Author = actor.As();
        return db.Save(stop);
    }
}
