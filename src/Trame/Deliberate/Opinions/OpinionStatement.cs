using Trame.Foundation.Data;
using Trame.Foundation.Text;

namespace Trame.Deliberate.Opinions;

/// <summary>A sentence that people agree or disagree with. Holds: its words do not change; what is refused or merged has a reason that everyone reads; whoever disagrees with that may appeal, once, and is answered.</summary>
public sealed class OpinionStatement : IVersioned
{
    public const int TextLength = 200;
    public const int ReasonLength = 300;

    private OpinionStatement() { }

    public OpinionStatement(Guid debateId, int number, string text, StatementOrigin origin) =>
        (DebateId, Number, Text, Origin, State) = (debateId, number, text, origin, origin == StatementOrigin.Seeded ? StatementState.Open : StatementState.Waiting);

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid DebateId { get; private set; }
    public int Number { get; private set; }
    public string Text { get; private set; } = "";
    public StatementOrigin Origin { get; private set; }
    public StatementState State { get; private set; }
    public int? MergedInto { get; private set; }
    public string Reason { get; private set; } = "";
    public string Appeal { get; private set; } = "";
    public string AppealAnswer { get; private set; } = "";
    public int Version { get; private set; } = 1;

    /// <summary>Somebody appealed and waits.</summary>
    public bool IsAppealed => Appeal.Length > 0 && AppealAnswer.Length == 0;

    public Outcome Open(string reason)
    {
        if (State == StatementState.Open) return new Refusal("opinions.state.already");
        if (IsAppealed && Blank.Is(reason)) return new Refusal("opinions.reason.missing", "Reason");
        if (IsAppealed) AppealAnswer = reason.Trim();
        (State, MergedInto, Reason) = (StatementState.Open, null, reason.Trim());
        return Outcome.Done;
    }

    public Outcome Refuse(string reason)
    {
        if (Blank.Is(reason)) return new Refusal("opinions.reason.missing", "Reason");
        if (IsAppealed) AppealAnswer = reason.Trim();
        else Reason = reason.Trim();
        (State, MergedInto) = (StatementState.Refused, null);
        return Outcome.Done;
    }

    public Outcome Merge(int into, string reason)
    {
        if (Blank.Is(reason)) return new Refusal("opinions.reason.missing", "Reason");
        if (into == Number) return new Refusal("opinions.merge.itself", "Into");
        (State, MergedInto, Reason) = (StatementState.Merged, into, reason.Trim());
        return Outcome.Done;
    }

    public Outcome Contest(string text)
    {
        if (State is not (StatementState.Refused or StatementState.Merged)) return new Refusal("opinions.appeal.none", "Appeal");
        if (Appeal.Length > 0) return new Refusal("opinions.appeal.already", "Appeal");
        if (Blank.Is(text)) return new Refusal("opinions.appeal.missing", "Appeal");
        Appeal = text.Trim();
        return Outcome.Done;
    }
}
