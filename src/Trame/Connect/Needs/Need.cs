using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;

namespace Trame.Connect.Needs;

/// <summary>
/// A need, as somebody said it: « être utile » is one like any other. Holds: it is kept with the consent of whom it is about; a neighbour's worry is a signal, that becomes a need
/// only once a human has asked the person and they said yes (R1: nothing is deduced of anybody).
/// </summary>
public sealed class Need : CarnetEntry
{
    public const int WordsLength = 300;

    private Need() { }

    public Need(string kind, SaidBy saidBy, string code, Guid territoryId, Channel channel, LocalDate expiresOn, Instant at) : base(code, territoryId, channel, expiresOn, at)
    {
        (Kind, SaidBy) = (kind, saidBy);
        if (saidBy == SaidBy.Neighbour) Status = EntryStatus.Signal;
    }

    public string Kind { get; private set; } = "";
    public SaidBy SaidBy { get; private set; }

    /// <summary>In their own words, if they wished.</summary>
    public string Words { get; private set; } = "";

    /// <summary>What they could bring, kind by kind: whoever receives may also give.</summary>
    public string Brings { get; private set; } = "";

    /// <summary>An age band, if they wished: it serves to see whether ages meet, never who is who.</summary>
    public string Age { get; private set; } = "";

    public void Say(string words, string brings, string age) => (Words, Brings, Age) = (words, brings, age);

    /// <summary>A human relay asked the person: they wish it, and from now on it is their need, in their words.</summary>
    public Outcome Confirm(string kind)
    {
        if (Status != EntryStatus.Signal) return new Refusal("needs.signal.already");
        (Status, SaidBy, Kind) = (EntryStatus.Open, SaidBy.Mediator, kind);
        Version++;
        return Outcome.Done;
    }

    public override void Forget()
    {
        base.Forget();
        (Words, Age) = ("", "");
    }
}
