using Trame.Foundation.Data;
using Trame.Foundation.Text;

namespace Trame.Deliberate.Budgets;

/// <summary>
/// A project on its way to the vote. Holds: it is voted on only with a real cost that fits in the envelope and how that cost was found; what is refused or merged has a
/// reason that everyone reads and may be appealed against once.
/// </summary>
public sealed class ProjectFile : IVersioned
{
    public const int NameLength = 120;
    public const int TextLength = 800;
    public const int ReasonLength = 300;

    private ProjectFile() { }

    public ProjectFile(Guid budgetId, int number, string name, string what, string place, string startedBy) => (BudgetId, Number, Name, What, Place, StartedBy) = (budgetId, number, name, what, place, startedBy);

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid BudgetId { get; private set; }
    public int Number { get; private set; }
    public string Name { get; private set; } = "";
    public string What { get; private set; } = "";
    public string Place { get; private set; } = "";

    /// <summary>As which group, or nothing.</summary>
    public string StartedBy { get; private set; } = "";
    public long? CostCents { get; private set; }
    public string CostNote { get; private set; } = "";
    public FileState State { get; private set; }
    public int? MergedInto { get; private set; }
    public string Reason { get; private set; } = "";
    public string Appeal { get; private set; } = "";
    public string AppealAnswer { get; private set; } = "";

    /// <summary>The project of « Faire » that it is, or became.</summary>
    public Guid? OccasionId { get; private set; }
    public int Version { get; private set; } = 1;

    public bool IsAppealed => Appeal.Length > 0 && AppealAnswer.Length == 0;

    public Outcome Keep(long? costCents, string costNote, string reason, long envelopeCents)
    {
        var refusals = new List<Refusal>();
        if (costCents is null) refusals.Add(new("budget.file.no-cost", "Cost"));
        else if (costCents <= 0) refusals.Add(new("budget.file.zero", "Cost"));
        else if (costCents > envelopeCents) refusals.Add(new("budget.file.too-dear", "Cost"));
        if (Blank.Is(costNote)) refusals.Add(new("budget.file.no-note", "CostNote"));
        if (IsAppealed && Blank.Is(reason)) refusals.Add(new("budget.file.no-reason", "Reason"));
        if (refusals.Count > 0) return Outcome.Of(refusals);
        if (IsAppealed) AppealAnswer = reason.Trim();
        (State, CostCents, CostNote, MergedInto, Reason) = (FileState.Kept, costCents, costNote.Trim(), null, reason.Trim());
        return Outcome.Done;
    }

    public Outcome Refuse(string reason)
    {
        if (Blank.Is(reason)) return new Refusal("budget.file.no-reason", "Reason");
        if (IsAppealed) AppealAnswer = reason.Trim();
        else Reason = reason.Trim();
        (State, MergedInto) = (FileState.Refused, null);
        return Outcome.Done;
    }

    public Outcome Merge(int into, string reason)
    {
        if (Blank.Is(reason)) return new Refusal("budget.file.no-reason", "Reason");
        if (into == Number) return new Refusal("budget.file.itself", "Into");
        if (IsAppealed) AppealAnswer = reason.Trim();
        (State, MergedInto, Reason) = (FileState.Merged, into, reason.Trim());
        return Outcome.Done;
    }

    public Outcome Contest(string text)
    {
        if (State is not (FileState.Refused or FileState.Merged)) return new Refusal("budget.appeal.none", "Appeal");
        if (Appeal.Length > 0) return new Refusal("budget.appeal.already", "Appeal");
        if (Blank.Is(text)) return new Refusal("budget.appeal.missing", "Appeal");
        Appeal = text.Trim();
        return Outcome.Done;
    }

    public void Become(Guid occasionId) => OccasionId = occasionId;
}
