namespace Trame.Deliberate.Debates;

/// <summary>What was expressed, or came out of the deliberation; a proposal is answered one by one.</summary>
/// <param name="By">Which people say it, as a group: « riverains de la rue », « l’école ». Never a person.</param>
public sealed record DebateNote(Guid Id, DebateStep Step, bool IsProposal, string Text, string By, string Day)
{
    public const int Most = 200;
    public const int TextLength = 500;
    public const int ByLength = 80;
}
