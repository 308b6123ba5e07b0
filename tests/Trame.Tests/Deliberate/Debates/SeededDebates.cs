using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Trame.Deliberate.Debates;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Tests.Registers.Occasions;

namespace Trame.Tests.Deliberate.Debates;

/// <summary>How tests put debates in a space: through the acts, as anyone else.</summary>
internal static class SeededDebates
{
    /// <summary>A frame that lacks nothing, on Friday 20 November 2026.</summary>
    public static DebateFrame Whole { get; } = new("Un ralentisseur devant l’école", "Rue de l’École", 46.56, 3.35,
        [new(Guid.CreateVersion7(), "Un ralentisseur", 450_000, "riverains"), new(Guid.CreateVersion7(), "Une rue aux écoles", 0, "parents, riverains")], "", "Le conseil municipal", "police de la circulation",
        new LocalDate(2027, 1, 14), Delegation.CoDecide, "L’option retenue est votée", 30,
        [
            Phase(DebateStep.Express, DebateMethod.Opinions, "2026-11-01", "2026-12-20"), Phase(DebateStep.Analyse, DebateMethod.Visit, "2026-11-10", "2026-12-20"),
            Phase(DebateStep.Deliberate, DebateMethod.Moving, "2026-11-15", "2026-12-20"), Phase(DebateStep.Arbitrate, DebateMethod.Meeting, "2027-01-02", "2027-01-14"),
        ], 0, "", DebateIdentity.None, UserFigure.Citizen, "");

    public static DebatePhase Phase(DebateStep step, DebateMethod method, string from, string to) => new(Guid.CreateVersion7(), step, method, from, to);

    public static async Task<Debate> HasDebate(this TestSpace space, DebateFrame? frame = null, bool open = true, string about = "")
    {
        var proposed = await space.In(s => s.GetRequiredService<ProposeDebate>().Handle(new($"Où ralentir, {Register.Unique()}", "Un ralentisseur devant l’école", "", "yzeure", about, "", Channel.Online), Register.As("coordinator"), default));
        proposed.Refusals.ShouldBeEmpty();
        var debate = proposed.Value!;
        (await space.Frame(debate, frame ?? Whole)).Refusals.ShouldBeEmpty();
        if (open) (await space.OpenDebate(debate)).Refusals.ShouldBeEmpty();
        return await space.DebateNow(debate);
    }

    public static async Task<Outcome> Frame(this TestSpace space, Debate debate, DebateFrame frame)
    {
        var now = await space.DebateNow(debate);
        return await space.In(s => s.GetRequiredService<FrameDebate>().Handle(new(now.Id, now.Version, now.Name, frame), Register.As("coordinator"), default));
    }

    public static async Task<Outcome> OpenDebate(this TestSpace space, Debate debate)
    {
        var now = await space.DebateNow(debate);
        return await space.In(s => s.GetRequiredService<FrameDebate>().Open(now.Id, now.Version, Register.As("coordinator"), default));
    }

    public static async Task<Outcome> Tell(this TestSpace space, Debate debate, Func<TellDebate, Debate, Task<Outcome>> tell)
    {
        var now = await space.DebateNow(debate);
        return await space.In(s => tell(s.GetRequiredService<TellDebate>(), now));
    }

    public static Task<Debate> DebateNow(this TestSpace space, Debate debate) => space.Read(db => db.Set<Debate>().AsNoTracking().SingleAsync(d => d.Id == debate.Id));
}
