using NodaTime;
using Trame.Foundation.Facts;
using Trame.Registers.Occasions;

namespace Trame.Demo;

/// <summary>Invents what happened: every time a moment was held, needs said and answered, help given. Sums only, never a person.</summary>
internal sealed class DemoJournal(IReadOnlyList<DemoCommune> communes, DemoSize size, Instant today)
{
    private static readonly string[] Ages = ["0-17", "18-29", "30-44", "45-59", "60-74", "75+"];
    private readonly DemoDice _dice = new(size.Seed + 1);

    private Instant Start => today - Duration.FromDays(size.Months * 30);

    /// <summary>What the register's own life left behind.</summary>
    public IEnumerable<Fact> Of(Occasion occasion, DemoStory.Rhythm? rhythm)
    {
        yield return About(occasion, "occasion.proposed", occasion.CreatedAt, _dice.Pick([Channel.Online, Channel.Counter, Channel.Paper]));
        if (occasion.VerifiedAt is { } verified) yield return About(occasion, "occasion.verified", verified, Channel.Phone);
        if (occasion is { Kind: OccasionKind.Project, EarlyStage: "supported" or "contracted" }) yield return About(occasion, "project.supported", occasion.CreatedAt + Duration.FromDays(20), Channel.Counter);
        if (occasion is { Kind: OccasionKind.Project, StartsOn: { } first } && first < today.InUtc().Date) yield return About(occasion, "project.started", first.At(LocalTime.Noon).InUtc().ToInstant(), Channel.Online);
        if (occasion is { Kind: OccasionKind.Project, ClosedAt: { } ended }) yield return About(occasion, "project.done", ended, Channel.Counter);
        if (occasion is { Kind: OccasionKind.Project, Status: OccasionStatus.Paused }) yield return About(occasion, "project.stopped", occasion.ChangedAt, Channel.Counter);
        if (occasion.ClosedAt is { } closed) yield return About(occasion, "occasion.closed", closed, Channel.Counter);
        if (rhythm is null) yield break;
        foreach (var held in Held(occasion, rhythm)) yield return held;
    }

    /// <summary>Needs of every commune, registered and often answered; then as many as the size asks for.</summary>
    public IEnumerable<Fact> Needs(int atLeast)
    {
        var told = 0;
        for (var turn = 0; turn == 0 || told < atLeast; turn++)
        {
            foreach (var commune in communes)
            {
                var needs = turn == 0 ? NeedsOf(commune) : 4;
                for (var i = 0; i < needs; i++)
                {
                    foreach (var fact in Need(commune))
                    {
                        told++;
                        yield return fact;
                    }

                    if (turn > 0 && told >= atLeast) yield break;
                }
            }
        }
    }

    // The north of the territory is worse served: people there ask more than they are answered.
    private int NeedsOf(DemoCommune commune) => Math.Clamp((commune.Population / 450) + _dice.Between(0, 2), 0, 40);

    private IEnumerable<Fact> Need(DemoCommune commune)
    {
        var asked = Start + Duration.FromHours(_dice.Between(0, size.Months * 30 * 24));
        var id = _dice.Id(asked);
        yield return Of(commune, "need.registered", asked, id, 1);
        var north = commune.Latitude > 46.62;
        var answered = asked + Duration.FromDays(_dice.Between(1, 60));
        if (!_dice.Chance(north ? 0.72 : 0.88) || answered > today) yield break;
        yield return Of(commune, _dice.Chance(0.9) ? "need.answered" : "need.withdrawn", answered, id, 1);
        if (_dice.Chance(0.3)) yield return Of(commune, "exchange.made", answered, id, 2);
    }

    private Fact Of(DemoCommune commune, string kind, Instant at, Guid subject, int count) =>
        new(new FactKind(kind), commune.Id, _dice.Pick([Channel.Counter, Channel.Phone, Channel.Paper, Channel.Online]), at)
        { Id = _dice.Id(at), SubjectType = kind.Split('.')[0], SubjectId = subject, Count = count };

    private IEnumerable<Fact> Held(Occasion occasion, DemoStory.Rhythm rhythm)
    {
        var date = NodaTime.Text.LocalDatePattern.Iso.Parse(rhythm.From).Value;
        var last = today.InUtc().Date;
        var spread = rhythm.People[1] - rhythm.People[0];
        for (var n = 0; date < last; n++, date = date.PlusWeeks(rhythm.Every ?? 1))
        {
            var at = date.At(occasion.StartsAt ?? new LocalTime(14, 0)).InUtc().ToInstant();
            if (_dice.Chance(0.04))
            {
                yield return About(occasion, "moment.cancelled", at, Channel.Phone);
                continue;
            }

            // People come little by little, then more: the first months are the smallest.
            var people = rhythm.People[0] + (int)(spread * Math.Min(1.0, (n + 3) / 30.0) * (0.6 + (0.4 * _dice.Part())));
            yield return About(occasion, "moment.held", at, _dice.Chance(0.7) ? Channel.Paper : Channel.Online, people);
        }
    }

    private Fact About(Occasion occasion, string kind, Instant at, Channel channel, int? count = null) => new(new FactKind(kind), occasion.TerritoryId, channel, at)
    {
        Id = _dice.Id(at),
        PlaceId = occasion.Kind == OccasionKind.Place ? occasion.Id : null,
        SubjectType = "occasion",
        SubjectId = occasion.Id,
        Organisations = occasion.OrganisationId is { } carrier ? [carrier] : [],
        Count = count,
        Marginals = count is { } people && people >= 5 ? AgesOf(people) : [],
    };

    private List<Marginal> AgesOf(int people)
    {
        var counts = new int[Ages.Length];
        for (var i = 0; i < people; i++) counts[Math.Min(Ages.Length - 1, (int)(Math.Sqrt(_dice.Part()) * Ages.Length))]++;
        return [.. Ages.Select((age, i) => new Marginal("age", age, counts[i])).Where(m => m.Count > 0)];
    }
}
