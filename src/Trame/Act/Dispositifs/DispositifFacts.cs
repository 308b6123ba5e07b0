using NodaTime;
using Trame.Foundation.Facts;

namespace Trame.Act.Dispositifs;

/// <summary>A dispositif began here, entered a phase, was made longer, ended or stopped.</summary>
public static class DispositifFacts
{
    public static readonly FactKind Started = new("dispositif.started");
    public static readonly FactKind Advanced = new("dispositif.phase");
    public static readonly FactKind Extended = new("dispositif.extended");
    public static readonly FactKind Ended = new("dispositif.ended");
    public static readonly FactKind Stopped = new("dispositif.stopped");

    public static readonly IReadOnlyList<FactKind> All = [Started, Advanced, Extended, Ended, Stopped];

    public static Fact Of(FactKind kind, DispositifRun run, Channel channel, Instant at) => new(kind, run.TerritoryId, channel, at) { SubjectType = "dispositif", SubjectId = run.Id };
}
