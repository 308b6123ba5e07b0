using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Trame.Foundation.Data;
using Trame.Foundation.Ui;

namespace Trame.Cooperate.Agreements;

/// <summary>
/// The one way a contract is written before it is signed: French, one thing per line, composed Unicode, line feeds, dates and numbers without ornament. Its
/// SHA-256, as hexadecimal, is the fingerprint that both sides sign; the file that the page gives has the same bytes, so that any tool finds the same fingerprint.
/// </summary>
public static class CanonicalText
{
    public static string Of(string name, int number, string first, string second, ContractText text)
    {
        var lines = new List<string>
        {
            Say("title", name), Say("version", number), Say("first", first), Say("second", second), Say("purpose", text.Purpose), Say("dates", text.StartsOn, text.EndsOn),
            Say("reviews", string.Join(", ", text.ReviewsOn)),
        };
        foreach (var side in Enum.GetValues<Side>())
        {
            lines.Add(Say("side", side == Side.First ? first : second));
            lines.AddRange(text.Of(side).Select((c, i) => Say("clause", $"{(int)side + 1}.{i + 1}", Texts.In("fr", $"agreements.kind.{EnumWords.Write(c.Kind)}"), Amount(c), c.What, c.DueOn, c.Proof)));
        }

        lines.AddRange([Say("two-keys"), Say("circle")]);
        return string.Concat(lines.Select(l => OneLine(l) + "\n"));
    }

    public static string Fingerprint(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Say(string key, params object[] args) => Texts.In("fr", $"agreements.text.{key}", args);

    private static string Amount(Clause clause) => clause.Kind == ClauseKind.Money
        ? string.Create(CultureInfo.InvariantCulture, $"{clause.Quantity / 100m:0.00} EUR")
        : string.Create(CultureInfo.InvariantCulture, $"{clause.Quantity}{(clause.Kind == ClauseKind.Hours ? " h" : "")}");

    // A text typed on several lines cannot pretend to be several clauses.
    private static string OneLine(string text) => string.Join(' ', text.Normalize(NormalizationForm.FormC).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
