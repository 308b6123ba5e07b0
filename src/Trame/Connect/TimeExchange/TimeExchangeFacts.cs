using NodaTime;
using Trame.Foundation.Facts;

namespace Trame.Connect.TimeExchange;

/// <summary>A bank opened, somebody joined or left, hours were exchanged: how many minutes between how many people, never who.</summary>
public static class TimeExchangeFacts
{
    public static readonly FactKind Opened = new("time-bank.opened");
    public static readonly FactKind Joined = new("time-bank.joined");
    public static readonly FactKind Left = new("time-bank.left");
    public static readonly FactKind Made = new("exchange.made");

    public static readonly IReadOnlyList<FactKind> All = [Opened, Joined, Left, Made];

    public static Fact Of(FactKind kind, TimeBank bank, Channel channel, Instant at, int? count = null) => new(kind, bank.TerritoryId, channel, at) { SubjectType = "time-bank", SubjectId = bank.Id, Count = count };

    /// <param name="corrects">The fact of the exchange that this one compensates: it then counts nobody and no minute.</param>
    public static Fact Exchange(TimeBank bank, int people, long minutes, Channel channel, Instant at, Guid? corrects = null) =>
        new(Made, bank.TerritoryId, channel, at) { SubjectType = "time-bank", SubjectId = bank.Id, Count = people, AmountUnit = "minute", AmountValue = minutes, Corrects = corrects };
}
