using System.Text.RegularExpressions;

namespace Trame.Tests.House;

/// <summary>The keys of sentences, as the sources use them: written out, or composed around a hole.</summary>
internal static partial class TextKeys
{
    /// <summary>Keys that must exist: said to a text, a refusal, a tag helper or an attribute that only takes keys.</summary>
    public static IEnumerable<(string Key, string Where)> Demanded(SourceFile file) => Demand().Matches(Comment().Replace(file.Text, ""))
        .Select(m => (m.Groups[1].Value, $"{file.Path}:{file.Text.AsSpan(0, m.Index).Count('\n') + 1}"));

    /// <summary>Every literal that could be a key: a key found nowhere among these is not used.</summary>
    public static IEnumerable<string> Written(SourceFile file) => Literal().Matches(file.Text).Select(m => m.Groups[1].Value);

    /// <summary>Composed keys, <c>$"occasions.{list}.{code}"</c>: at least the first word is written, each hole stands for something.</summary>
    public static IEnumerable<Regex> Composed(SourceFile file) => Template().Matches(file.Text)
        .Select(m => new Regex($"^{string.Join(@"[\w.-]+", Hole().Split(m.Groups[1].Value).Select(Regex.Escape))}$"))
        .Concat(Beginning().Matches(file.Text).Select(m => new Regex($"^{Regex.Escape(m.Groups[1].Value)}[\\w.-]+$")));

    [GeneratedRegex("""(?:Texts(?:\.Get|\.CountOf|\.Count|\.Has)?[\[(]|Texts\.In\([^,]+,\s*|new Refusal\(|Tell\(|Fail\(|Unit\s*=\s*|\btext(?:-key)?="|\bhint="|\blabel-text=")\s*"?([a-z][a-z0-9-]*(?:\.[a-z0-9-]+)+)"(?=\s*[\],)\s/>])""")]
    private static partial Regex Demand();

    [GeneratedRegex("\"([a-z][a-z0-9-]*(?:\\.[\\w-]+)*)\"")]
    private static partial Regex Literal();

    [GeneratedRegex("""\$"([a-z][a-z0-9-]*\.(?:[a-z0-9.-]|\{[^{}"]+\}|\{[^{}]*"[^"]*"[^{}]*\})*)["]""")]
    private static partial Regex Template();

    [GeneratedRegex("""["]([a-z][a-z0-9-]*\.(?:[a-z0-9-]+\.)*)["]\s*\+""")]
    private static partial Regex Beginning();

    [GeneratedRegex(@"^\s*///.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Hole();
}
