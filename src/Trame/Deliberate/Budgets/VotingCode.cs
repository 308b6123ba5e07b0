using Trame.Foundation.Facts;
using Trame.Registers.People;

namespace Trame.Deliberate.Budgets;

/// <summary>The right to vote once: the fingerprint of a code on a card that somebody was handed. It says whether it was used and by which way; not when, not by whom, not for what.</summary>
public sealed class VotingCode
{
    private VotingCode() { }

    public VotingCode(Guid budgetId, string code) => (BudgetId, CodeHash) = (budgetId, KeyOf(budgetId, code));

    public Guid BudgetId { get; private set; }
    public string CodeHash { get; private set; } = "";
    public Channel? UsedBy { get; private set; }

    /// <summary>Capitals, spaces and dashes as anyone types them.</summary>
    public static string KeyOf(Guid budgetId, string code) => Tokens.Hash($"{budgetId:N}:vote:{Plain(code)}");

    public static string Plain(string code) => string.Concat(code.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    /// <summary>In groups of four, as it is printed and kept.</summary>
    public static string Shown(string code) => string.Join('-', Plain(code).Chunk(4).Select(c => new string(c)));
}
