using NodaTime;
using NodaTime.Text;
using Trame.Foundation.Data;
using Trame.Foundation.Text;

namespace Trame.Deliberate.Debates;

/// <summary>
/// A disagreement that ends in an answer. Holds (R7): it opens only with a concrete object, a place, two open options, who decides and when, what will be done with the
/// result, time for each step and help for those who need it; what was promised at the opening does not change; it closes only with a reasoned answer to each option and
/// proposal; what was expressed, contradicted or held against the arbitration stays.
/// </summary>
public sealed class Debate : IVersioned
{
    public const int NameLength = 150;
    public const int LeastOptions = 2;

    private Debate() { }

    public Debate(string name, string slug, Guid territoryId, string code, Instant at) => (Name, Slug, TerritoryId, Code, CreatedAt) = (name, slug, territoryId, code, at);

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public string Name { get; private set; } = "";
    public string Slug { get; private set; } = "";
    public Guid TerritoryId { get; private set; }

    /// <summary>The place, moment or project it is about, if any.</summary>
    public Guid? AboutId { get; private set; }
    public DebateStage Stage { get; private set; } = DebateStage.Proposed;

    /// <summary>Opens what became of a proposal to whoever made it.</summary>
    public string Code { get; private set; } = "";
    public string Object { get; private set; } = "";
    public string Place { get; private set; } = "";
    public double? Latitude { get; private set; }
    public double? Longitude { get; private set; }
    public List<DebateOption> Options { get; private set; } = [];
    public string Decided { get; private set; } = "";
    public string DeciderName { get; private set; } = "";
    public string DeciderRole { get; private set; } = "";
    public LocalDate? DecidesOn { get; private set; }
    public Delegation? Delegation { get; private set; }
    public string Promise { get; private set; } = "";
    public int AnswerDays { get; private set; } = DebateFrame.UsualAnswerDays;
    public List<DebatePhase> Phases { get; private set; } = [];
    public long? HelpCents { get; private set; }
    public string HelpNote { get; private set; } = "";
    public DebateIdentity Identity { get; private set; }
    public UserFigure Figure { get; private set; } = UserFigure.Citizen;
    public string StartedBy { get; private set; } = "";
    public List<DebateNote> Notes { get; private set; } = [];
    public List<Contradiction> Contradictions { get; private set; } = [];
    public string Arbitration { get; private set; } = "";
    public List<Dissent> Dissents { get; private set; } = [];
    public List<DebateAnswer> Answers { get; private set; } = [];
    public string StatusNote { get; private set; } = "";
    public string Changed { get; private set; } = "";
    public LocalDate? OpenedOn { get; private set; }
    public LocalDate? AnsweredOn { get; private set; }
    public Instant CreatedAt { get; private set; }
    public int Version { get; private set; } = 1;

    /// <summary>The day by which each option and proposal has its answer.</summary>
    public LocalDate? AnswerDueOn => DecidesOn?.PlusDays(AnswerDays);

    public bool IsPublic => Stage is DebateStage.Framing or DebateStage.Open or DebateStage.Answered;

    /// <summary>Days beyond the promised answer: still running when none was given, fixed once it was.</summary>
    public int LateDays(LocalDate today) => Stage is DebateStage.Open or DebateStage.Answered && AnswerDueOn is { } due ? Math.Max(0, Period.DaysBetween(due, AnsweredOn ?? today)) : 0;

    /// <summary>A year has passed since the answer, and nobody said what changed.</summary>
    public bool OwesChange(LocalDate today) => Stage == DebateStage.Answered && Changed.Length == 0 && AnsweredOn?.PlusYears(1) <= today;

    public IEnumerable<(Guid Id, string Label)> ToAnswer => Options.Select(o => (o.Id, o.Label)).Concat(Notes.Where(n => n.IsProposal).Select(n => (n.Id, n.Text)));

    public bool Uses(DebateMethod method) => Phases.Any(p => p.Method == method);

    public void SpeakOf(Guid? aboutId) => AboutId = aboutId;

    public Outcome Accept()
    {
        if (Stage != DebateStage.Proposed) return new Refusal("debates.accept.already");
        (Stage, StatusNote) = (DebateStage.Framing, "");
        return Outcome.Done;
    }

    public Outcome Decline(string reason)
    {
        if (Stage is not (DebateStage.Proposed or DebateStage.Framing)) return new Refusal("debates.decline.open");
        if (Blank.Is(reason)) return new Refusal("debates.decline.no-reason", "Reason");
        (Stage, StatusNote) = (DebateStage.Declined, reason.Trim());
        return Outcome.Done;
    }

    /// <summary>Says what the debate is about and how it is held, as long as it is not open.</summary>
    public Outcome Set(string name, DebateFrame frame)
    {
        if (Stage is not (DebateStage.Proposed or DebateStage.Framing)) return new Refusal("debates.frame.open");
        if (Blank.Is(name)) return new Refusal("debates.name.missing", "Name");
        Name = name.Trim();
        (Object, Place, Latitude, Longitude, Options, Decided) = (frame.Object, frame.Place, frame.Latitude, frame.Longitude, [.. frame.Options], frame.Decided);
        (DeciderName, DeciderRole, DecidesOn, Delegation, Promise, AnswerDays) = (frame.DeciderName, frame.DeciderRole, frame.DecidesOn, frame.Delegation, frame.Promise, frame.AnswerDays);
        (Phases, HelpCents, HelpNote, Identity, Figure, StartedBy) = ([.. frame.Phases], frame.HelpCents, frame.HelpNote, frame.Identity, frame.Figure, frame.StartedBy);
        return Outcome.Done;
    }

    /// <summary>All that is missing before it may open, each by its name; the page shows the same list.</summary>
    public IEnumerable<Refusal> Lacks(LocalDate today)
    {
        if (Blank.Is(Object)) yield return new("debates.lacks.object", "Object");
        else if (GreatWords.Only(Object) || GreatWords.Only(Name)) yield return new("debates.lacks.concrete", "Object");
        if (Latitude is null || Longitude is null) yield return new("debates.lacks.place", "Latitude");
        if (Options.Count < LeastOptions) yield return new("debates.lacks.options", "OptionLabel");
        if (Options.Any(o => Blank.Is(o.Touched) || o.CostCents is null)) yield return new("debates.lacks.cost", "OptionLabel");
        if (Blank.Is(DeciderName)) yield return new("debates.lacks.decider", "DeciderName");
        if (Blank.Is(DeciderRole)) yield return new("debates.lacks.role", "DeciderRole");
        if (DecidesOn is null) yield return new("debates.lacks.date", "DecidesOn");
        else if (DecidesOn <= today) yield return new("debates.lacks.future", "DecidesOn");
        if (Delegation is null) yield return new("debates.lacks.delegation", "Delegation");
        if (Blank.Is(Promise)) yield return new("debates.lacks.promise", "Promise");
        if (Enum.GetValues<DebateStep>().Any(s => Phases.All(p => p.Step != s))) yield return new("debates.lacks.phases", "PhaseStart");
        if (Phases.Any(p => DecidesOn is { } day && p.Step != DebateStep.Arbitrate && p.End > day)) yield return new("debates.lacks.after", "PhaseStart");
        if (HelpCents is null) yield return new("debates.lacks.help", "HelpAmount");
    }

    public Outcome Open(LocalDate today)
    {
        if (Stage is DebateStage.Open or DebateStage.Answered) return new Refusal("debates.open.already");
        if (Stage == DebateStage.Declined) return new Refusal("debates.open.declined");
        var lacking = Outcome.Of(Lacks(today));
        if (lacking.Accepted) (Stage, OpenedOn) = (DebateStage.Open, today);
        return lacking;
    }

    public Outcome Note(DebateNote note)
    {
        if (Stage != DebateStage.Open) return new Refusal("debates.tell.closed");
        if (Notes.Count >= DebateNote.Most) return new Refusal("debates.tell.too-many");
        if (Blank.Is(note.Text)) return new Refusal("debates.tell.nothing", "Text");
        Notes = [.. Notes, note];
        return Outcome.Done;
    }

    public Outcome Oppose(Contradiction contradiction)
    {
        if (Stage != DebateStage.Open) return new Refusal("debates.tell.closed");
        if (Contradictions.Count >= Contradiction.Most) return new Refusal("debates.tell.too-many");
        var refusals = new List<Refusal>();
        if (Blank.Is(contradiction.First)) refusals.Add(new("debates.contradiction.position.missing", "First"));
        if (Blank.Is(contradiction.Second)) refusals.Add(new("debates.contradiction.position.missing", "Second"));
        if (Blank.Is(contradiction.FirstProtects)) refusals.Add(new("debates.contradiction.protects.missing", "FirstProtects"));
        if (Blank.Is(contradiction.SecondProtects)) refusals.Add(new("debates.contradiction.protects.missing", "SecondProtects"));
        if (Blank.Is(contradiction.Settles)) refusals.Add(new("debates.contradiction.settles.missing", "Settles"));
        if (refusals.Count > 0) return Outcome.Of(refusals);
        Contradictions = [.. Contradictions, contradiction];
        return Outcome.Done;
    }

    /// <summary>The decision and its reasons. Nothing is arbitrated before what opposes people is written down, or said not to exist.</summary>
    public Outcome Arbitrate(string text, bool noContradiction)
    {
        if (Stage != DebateStage.Open) return new Refusal("debates.tell.closed");
        if (Blank.Is(text)) return new Refusal("debates.tell.nothing", "Arbitration");
        if (Contradictions.Count == 0 && !noContradiction) return new Refusal("debates.arbitrate.no-contradiction", "Arbitration");
        Arbitration = text.Trim();
        return Outcome.Done;
    }

    public Outcome Disagree(Dissent dissent)
    {
        if (Stage is not (DebateStage.Open or DebateStage.Answered)) return new Refusal("debates.tell.closed");
        if (Arbitration.Length == 0) return new Refusal("debates.dissent.before", "DissentText");
        if (Dissents.Count >= Contradiction.Most) return new Refusal("debates.tell.too-many");
        if (Blank.Is(dissent.By) || Blank.Is(dissent.Text)) return new Refusal("debates.dissent.nothing", "DissentText");
        Dissents = [.. Dissents, dissent];
        return Outcome.Done;
    }

    /// <summary>One reasoned answer for each option and each proposal, or none.</summary>
    public Outcome Answer(IReadOnlyList<DebateAnswer> answers, LocalDate today)
    {
        if (Stage != DebateStage.Open) return new Refusal("debates.answer.closed");
        var refusals = new List<Refusal>();
        if (Arbitration.Length == 0) refusals.Add(new("debates.answer.no-arbitration", "Arbitration"));
        foreach (var (id, label) in ToAnswer)
            if (answers.FirstOrDefault(a => a.ItemId == id) is not { } answer || Blank.Is(answer.Reason)) refusals.Add(new("debates.answer.no-reason", $"Reason-{id}", label));
        if (refusals.Count > 0) return Outcome.Of(refusals);
        Answers = [.. ToAnswer.Select(item => answers.First(a => a.ItemId == item.Id) with { })];
        (Stage, AnsweredOn) = (DebateStage.Answered, today);
        return Outcome.Done;
    }

    public Outcome SayChanged(string text, LocalDate today)
    {
        if (Stage != DebateStage.Answered) return new Refusal("debates.changed.open");
        if (Blank.Is(text)) return new Refusal("debates.tell.nothing", "Changed");
        Changed = $"{LocalDatePattern.Iso.Format(today)} {text.Trim()}";
        return Outcome.Done;
    }
}
