using NodaTime;
using Trame.Engines.Opportunities;
using Trame.Foundation.Data;
using Trame.Foundation.Text;

namespace Trame.Connect.Opportunities;

/// <summary>
/// A place, a time of the week, something to do together, who would come and what is missing. Holds: found by a computation, carried by humans; it is held every week only after it was tried
/// twice with those who said yes; what is declined or stopped has a reason, and does not come back unless something changed.
/// </summary>
public sealed class Opportunity
{
    public const int NoteLength = 300;
    public const int LearnedLength = 2000;

    /// <summary>The two-visit rule: people meet twice, in a public place or with a relay, before anything is settled.</summary>
    public const int TrialsBeforeHeld = 2;

    private Opportunity() { }

    public Opportunity(string key, string slug, Found found, Instant at)
    {
        (Key, Slug, Kind, TerritoryId, PlaceId, MomentId, PremisesId, FoundAt) = (key, slug, found.Kind, found.TerritoryId, found.PlaceId, found.MomentId, found.PremisesId, at);
        Refresh(found, at);
    }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The same idea has the same key, night after night: where, what, which part of the week.</summary>
    public string Key { get; private set; } = "";
    public string Slug { get; private set; } = "";
    public string Kind { get; private set; } = "";
    public Guid TerritoryId { get; private set; }

    /// <summary>Where: a place of the register, a moment that has free seats, premises that somebody offered; none when a place is what is missing.</summary>
    public Guid? PlaceId { get; private set; }
    public Guid? MomentId { get; private set; }
    public Guid? PremisesId { get; private set; }
    public double Latitude { get; private set; }
    public double Longitude { get; private set; }

    /// <summary>First hour in the week, Monday 0 h first, and length.</summary>
    public int Start { get; private set; }
    public int Hours { get; private set; }
    public LackingPiece? Lacks { get; private set; }
    public int Lacking { get; private set; }
    public string Equipment { get; private set; } = "";

    /// <summary>What makes its value, part by part: see docs/methods/opportunites.md.</summary>
    public double Coverage { get; private set; }
    public double Mixing { get; private set; }
    public double Distance { get; private set; }
    public double Effort { get; private set; }

    /// <summary>Seats left once those who are covered came.</summary>
    public int SeatsLeft { get; private set; }

    /// <summary>Metres within which everyone is, rounded up to the next 500.</summary>
    public int WithinMetres { get; private set; }

    /// <summary>S0-22: a need and an idle resource in one commune, and a programme that is of use.</summary>
    public bool NeedHere { get; private set; }
    public bool ResourceHere { get; private set; }
    public bool Useful { get; private set; }

    /// <summary>Chance that two of those who said their age band differ; null when fewer than two did.</summary>
    public double? ExpectedMixing { get; private set; }
    public int AgesSaid { get; private set; }
    public OpportunityStage Stage { get; private set; }
    public int Trials { get; private set; }
    public List<OpportunityStep> Steps { get; private set; } = [];
    public string Learned { get; private set; } = "";

    /// <summary>The moment of the register it became.</summary>
    public Guid? MadeId { get; private set; }

    /// <summary>Who was in it when it was declined or stopped: it comes back when that has changed.</summary>
    public List<Guid> DeclinedWith { get; private set; } = [];
    public Instant FoundAt { get; private set; }
    public Instant SeenAt { get; private set; }
    public int Version { get; private set; } = 1;

    public double Value => Coverage + Mixing + Distance + Effort;

    public bool IsTrigger => NeedHere && ResourceHere && Useful;

    /// <summary>Humans have taken it up, and it is not over.</summary>
    public bool IsActive => Stage is OpportunityStage.Proposed or OpportunityStage.Accepted or OpportunityStage.Trial or OpportunityStage.Held or OpportunityStage.Kept or OpportunityStage.Changed;

    public bool IsOver => Stage is OpportunityStage.Declined or OpportunityStage.Stopped;

    /// <summary>The computation found it again: what it says of it is renewed. Once humans have taken it up, it is theirs.</summary>
    public void Refresh(Found found, Instant at)
    {
        if (IsActive) return;
        if (IsOver)
        {
            Stage = OpportunityStage.Idea;
            Steps = [.. Steps, new(OpportunityStage.Idea, at, "")];
        }

        (Start, Hours, Lacks, Lacking, Equipment) = (found.Start, found.Hours, found.Lacks, found.Lacking, found.Equipment ?? "");
        (Latitude, Longitude, SeatsLeft, WithinMetres) = (found.Latitude, found.Longitude, found.SeatsLeft, found.WithinMetres);
        (Coverage, Mixing, Distance, Effort) = (found.Coverage, found.Mixing, found.Distance, found.Effort);
        (NeedHere, ResourceHere, Useful, ExpectedMixing, AgesSaid) = (found.NeedHere, found.ResourceHere, found.Useful, found.ExpectedMixing, found.AgesSaid);
        SeenAt = at;
        Version++;
    }

    public Outcome Propose(Instant at) => Stage == OpportunityStage.Idea ? Reach(OpportunityStage.Proposed, at, "") : Stage == OpportunityStage.Proposed ? Outcome.Done : new Refusal("opportunities.step.unknown");

    /// <summary>What was missing is found.</summary>
    public Outcome Complete(string note, Instant at)
    {
        if (Lacks is null || IsOver) return new Refusal("opportunities.complete.nothing");
        if (Blank.Is(note)) return new Refusal("opportunities.complete.no-note", "Note");
        (Lacks, Lacking) = (null, 0);
        return Reach(Stage, at, note);
    }

    public Outcome Accept(bool enoughYes, Instant at)
    {
        if (Stage != OpportunityStage.Proposed) return new Refusal("opportunities.step.unknown");
        if (Lacks is not null) return new Refusal("opportunities.accept.lacks");
        return enoughYes ? Reach(OpportunityStage.Accepted, at, "") : new Refusal("opportunities.accept.answers");
    }

    public Outcome Try(string note, Instant at)
    {
        if (Stage is not (OpportunityStage.Accepted or OpportunityStage.Trial)) return new Refusal("opportunities.step.unknown");
        Trials++;
        return Reach(OpportunityStage.Trial, at, note);
    }

    public Outcome CanHold() => Stage != OpportunityStage.Trial ? new Refusal("opportunities.step.unknown")
        : Trials < TrialsBeforeHeld ? new Refusal("opportunities.hold.twice", "Step", $"{TrialsBeforeHeld}", $"{Trials}") : Outcome.Done;

    public Outcome Hold(Guid? made, Instant at)
    {
        if (CanHold() is { Accepted: false } refused) return refused;
        MadeId = made;
        return Reach(OpportunityStage.Held, at, "");
    }

    public Outcome Evaluate(OpportunityStage outcome, string note, string learned, Instant at)
    {
        if (Stage is not (OpportunityStage.Held or OpportunityStage.Kept or OpportunityStage.Changed) || outcome is not (OpportunityStage.Kept or OpportunityStage.Changed)) return new Refusal("opportunities.step.unknown");
        return Learn(learned) is { Accepted: false } refused ? refused : Reach(outcome, at, note);
    }

    /// <summary>It stops, from wherever it is: the right to err. What was learned stays.</summary>
    public Outcome Stop(string note, string learned, IEnumerable<Guid> with, Instant at)
    {
        if (Stage is not (OpportunityStage.Trial or OpportunityStage.Held or OpportunityStage.Kept or OpportunityStage.Changed)) return new Refusal("opportunities.step.unknown");
        if (Blank.Is(note)) return new Refusal("opportunities.stop.no-reason", "Note");
        if (Learn(learned) is { Accepted: false } refused) return refused;
        DeclinedWith = [.. with];
        return Reach(OpportunityStage.Stopped, at, note);
    }

    public Outcome Decline(string note, IEnumerable<Guid> with, Instant at)
    {
        if (Stage is not (OpportunityStage.Idea or OpportunityStage.Proposed or OpportunityStage.Accepted)) return new Refusal("opportunities.step.unknown");
        if (Blank.Is(note)) return new Refusal("opportunities.decline.no-reason", "Note");
        DeclinedWith = [.. with];
        return Reach(OpportunityStage.Declined, at, note);
    }

    /// <summary>Would the same people be asked the same thing again? Something changed when somebody new would give, or a quarter of those who would come are new.</summary>
    public bool IsUnchanged(IReadOnlyCollection<Guid> givers, IReadOnlyCollection<Guid> receivers)
    {
        var known = DeclinedWith.ToHashSet();
        return givers.All(known.Contains) && receivers.Count(r => !known.Contains(r)) * 4 < Math.Max(1, receivers.Count);
    }

    private Outcome Learn(string learned)
    {
        if (Blank.Is(learned) && Learned.Length == 0) return new Refusal("opportunities.learned.missing", "Learned");
        if (learned.Trim().Length > LearnedLength) return new Refusal("occasions.field.long", "Learned", $"{LearnedLength}", $"{learned.Trim().Length}");
        if (!Blank.Is(learned)) Learned = learned.Trim();
        return Outcome.Done;
    }

    private Outcome Reach(OpportunityStage stage, Instant at, string note)
    {
        if (note.Trim().Length > NoteLength) return new Refusal("occasions.field.long", "Note", $"{NoteLength}", $"{note.Trim().Length}");
        (Stage, Steps) = (stage, [.. Steps, new(stage, at, note.Trim())]);
        Version++;
        return Outcome.Done;
    }
}
