using NodaTime;
using Trame.Foundation.Data;

namespace Trame.Connect.TimeExchange;

/// <summary>A member lets the office act in their name: which acts, how much at once, until when, with what evidence. Holds: nothing beyond it is done; a word is enough to take it back.</summary>
public sealed class TimeMandate
{
    public static readonly IReadOnlyList<int> Lengths = [1, 31, 182, 365];

    private TimeMandate() { }

    public TimeMandate(Guid accountId, IEnumerable<MandateAct> acts, long most, LocalDate startsOn, LocalDate endsOn, MandateEvidence evidence) =>
        (AccountId, Acts, Most, StartsOn, EndsOn, Evidence) = (accountId, [.. acts.Select(EnumWords.Write).Distinct()], most, startsOn, endsOn, evidence);

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid AccountId { get; private set; }
    public List<string> Acts { get; private set; } = [];

    /// <summary>The most minutes of one act.</summary>
    public long Most { get; private set; }
    public LocalDate StartsOn { get; private set; }
    public LocalDate EndsOn { get; private set; }
    public MandateEvidence Evidence { get; private set; }
    public Instant? RevokedAt { get; private set; }
    public int Version { get; private set; } = 1;

    public bool IsLive(LocalDate today) => RevokedAt is null && StartsOn <= today && today <= EndsOn;

    public bool Allows(MandateAct act) => Acts.Contains(EnumWords.Write(act));

    /// <summary>Why this act is beyond it; null when it is not.</summary>
    public Refusal? Beyond(MandateAct act, long minutes, LocalDate today) =>
        !IsLive(today) ? new("time.mandate.over")
        : !Allows(act) ? new("time.mandate.other-act")
        : minutes > Most ? new("time.mandate.too-much", null, Hours.Plain(Most))
        : null;

    public void Revoke(Instant at)
    {
        if (RevokedAt is not null) return;
        RevokedAt = at;
        Version++;
    }
}
