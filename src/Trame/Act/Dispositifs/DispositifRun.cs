using NodaTime;
using Trame.Foundation.Data;

namespace Trame.Act.Dispositifs;

/// <summary>A dispositif under way here: its phase, the papers that came, the seats that are filled, the money. It keeps the rules it began with, whatever happens to the file.</summary>
public sealed class DispositifRun : IVersioned
{
    public const int NameLength = 150;
    public const int NoteLength = 300;

    private DispositifRun() { }

    public DispositifRun(Dispositif rules, string name, string slug, Guid territoryId, LocalDate startedOn)
    {
        (Key, Rules, Name, Slug, TerritoryId) = (rules.Key, DispositifFile.Keep(rules), name, slug, territoryId);
        (StartedOn, Phase, PhaseSince) = (startedOn, rules.Phases[0].Key, startedOn);
    }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Key of the dispositif.</summary>
    public string Key { get; private set; } = "";

    /// <summary>The dispositif as it was when this began, in JSON.</summary>
    public string Rules { get; private set; } = "";
    public string Name { get; private set; } = "";
    public string Slug { get; private set; } = "";
    public Guid TerritoryId { get; private set; }
    public LocalDate StartedOn { get; private set; }
    public string Phase { get; private set; } = "";
    public LocalDate PhaseSince { get; private set; }

    /// <summary>Why the present phase was made longer; empty when it was not.</summary>
    public string Extended { get; private set; } = "";

    /// <summary>Day of arrival of each document, by key.</summary>
    public Dictionary<string, string> Documents { get; private set; } = [];

    /// <summary>Seats filled, by « body.seats ».</summary>
    public Dictionary<string, int> Seats { get; private set; } = [];
    public Dictionary<string, decimal> Amounts { get; private set; } = [];
    public LocalDate? EndedOn { get; private set; }

    /// <summary>What it gave, or why it stopped and what was learned: both are outcomes.</summary>
    public string EndNote { get; private set; } = "";
    public bool Stopped { get; private set; }
    public int Version { get; private set; } = 1;

    public void Record(IReadOnlyDictionary<string, string> documents, IReadOnlyDictionary<string, int> seats, IReadOnlyDictionary<string, decimal> amounts) =>
        (Documents, Seats, Amounts) = (new(documents), new(seats), new(amounts));

    /// <summary>The next phase begins, or after the last one the run is over; whoever calls has asked <see cref="RunState"/> whether it may.</summary>
    public void Advance(Dispositif.Phase? next, LocalDate today, string note)
    {
        if (next is null) (EndedOn, EndNote) = (today, note);
        else (Phase, PhaseSince, Extended) = (next.Key, today, "");
    }

    public void Extend(string reason) => Extended = reason;

    public void Stop(LocalDate today, string reason) => (EndedOn, EndNote, Stopped) = (today, reason, true);
}
