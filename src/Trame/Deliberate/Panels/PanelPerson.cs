using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;

namespace Trame.Deliberate.Panels;

/// <summary>
/// Somebody who received a letter. The only table of a convention where people are: it has no history, so that erasing it erases them, and it is erased. Holds: only who was
/// invited answers, once, and may always say no later; who is excluded has a reason; a member who leaves needs give none (R2).
/// </summary>
public sealed class PanelPerson
{
    public const int NoteLength = 200;
    public const int ReachLength = 120;
    public static readonly IReadOnlyList<string> NeedWords = ["childcare", "transport", "interpreter", "easy-read", "step-free", "meal"];
    public static readonly IReadOnlyList<string> ExclusionWords = ["not-eligible", "elected", "works-for", "interest", "moved", "twice"];
    public static readonly IReadOnlyList<string> LeavingWords = ["time", "family", "work", "distance", "not-heard", "too-technical", "not-useful", "other"];

    private PanelPerson() { }

    public PanelPerson(Guid id, Guid conventionId, string ticket, BasePerson known, string codeHash, Instant at) =>
        (Id, ConventionId, Ticket, LastName, FirstName, Address, Town, Area, Household, CodeHash, InvitedAt) = (id, conventionId, ticket, known.LastName, known.FirstName, known.Address, known.Town, known.Area, known.Household, codeHash, at);

    public Guid Id { get; private set; }
    public Guid ConventionId { get; private set; }

    /// <summary>Stands for the person wherever something is published.</summary>
    public string Ticket { get; private set; } = "";
    public string LastName { get; private set; } = "";
    public string FirstName { get; private set; } = "";
    public string Address { get; private set; } = "";
    public string Town { get; private set; } = "";
    public string Area { get; private set; } = "";
    public string Household { get; private set; } = "";
    public string CodeHash { get; private set; } = "";
    public Instant InvitedAt { get; private set; }
    public PanelState State { get; private set; }
    public Channel? AnsweredBy { get; private set; }

    /// <summary>One value for each category, in their order.</summary>
    public List<string> Values { get; private set; } = [];
    public List<string> Needs { get; private set; } = [];
    public string Reach { get; private set; } = "";
    public string Exclusion { get; private set; } = "";
    public string Note { get; private set; } = "";

    /// <summary>Place among the reserves, from 1.</summary>
    public int? Turn { get; private set; }
    public List<Guid> Attended { get; private set; } = [];
    public long ExpensesCents { get; private set; }
    public long PaidCents { get; private set; }
    public string LeftBecause { get; private set; } = "";
    public int Version { get; private set; } = 1;

    public Outcome Accept(IReadOnlyList<string> values, IReadOnlyList<string> needs, string reach, Channel by)
    {
        if (State is not (PanelState.Invited or PanelState.Declined or PanelState.Accepted)) return new Refusal("convention.answer.already");
        (State, Values, Needs, Reach, AnsweredBy) = (PanelState.Accepted, [.. values], [.. needs], reach.Trim(), by);
        return Changed();
    }

    public Outcome Decline(Channel by)
    {
        if (State is not (PanelState.Invited or PanelState.Declined or PanelState.Accepted)) return new Refusal("convention.answer.already");
        (State, Values, Needs, Reach, AnsweredBy) = (PanelState.Declined, [], [], "", by);
        return Changed();
    }

    public Outcome Exclude(string reason, string note)
    {
        if (State is not (PanelState.Invited or PanelState.Accepted)) return new Refusal("convention.exclude.stage");
        if (!ExclusionWords.Contains(reason)) return new Refusal("convention.exclude.reason", "Exclusion");
        (State, Exclusion, Note) = (PanelState.Excluded, reason, note.Trim());
        return Changed();
    }

    public Outcome Restore()
    {
        if (State != PanelState.Excluded) return new Refusal("convention.restore.stage");
        (State, Exclusion, Note) = (Values.Count > 0 ? PanelState.Accepted : PanelState.Invited, "", "");
        return Changed();
    }

    public void Draw(int? turn) => (State, Turn, _) = (turn is null ? PanelState.Member : PanelState.Reserve, turn, Changed());

    public Outcome Leave(string because)
    {
        if (State is not (PanelState.Member or PanelState.Reserve)) return new Refusal("convention.leave.stage");
        if (because.Length > 0 && !LeavingWords.Contains(because)) return new Refusal("convention.leave.reason", "Because");
        (State, LeftBecause) = (PanelState.Left, because);
        return Changed();
    }

    public Outcome Attend(IReadOnlyList<Guid> sessions, long expensesCents, long paidCents)
    {
        if (State is not (PanelState.Member or PanelState.Left)) return new Refusal("convention.attend.stage");
        (Attended, ExpensesCents, PaidCents) = ([.. sessions], expensesCents, paidCents);
        return Changed();
    }

    private Outcome Changed()
    {
        Version++;
        return Outcome.Done;
    }
}
