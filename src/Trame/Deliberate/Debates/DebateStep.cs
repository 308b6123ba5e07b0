namespace Trame.Deliberate.Debates;

/// <summary>The four steps that a framed conflict goes through (Ricoeur): each leaves something that can be read.</summary>
public enum DebateStep
{
    Express,
    Analyse,
    Deliberate,
    Arbitrate,
}
