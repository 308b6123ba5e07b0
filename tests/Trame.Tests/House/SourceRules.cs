using System.Text.RegularExpressions;

namespace Trame.Tests.House;

/// <summary>What a reader would refuse in review, read from the sources.</summary>
internal static partial class SourceRules
{
    public const int LongFile = 350;

    public static IEnumerable<Breach> CSharp(SourceFile file)
    {
        foreach (var breach in Banned().Matches(file.Code).Select(m => At(file, m.Index, $"{m.Value.Trim()}: time, chance and identifiers are arguments"))) yield return breach;
        if (Folder(file) is { } folder && Namespace().Match(file.Code) is { Success: true } said && said.Groups[1].Value != folder)
            yield return new(file.Path, $"namespace {said.Groups[1].Value} in the folder of {folder}");
        var types = PublicType().Matches(file.Code).Select(m => m.Groups[1].Value).Distinct().ToList();
        if (types.Count > 1) yield return new(file.Path, $"several public types: {string.Join(", ", types)}");
        if (file.Lines.Length > LongFile && !file.Lines.Take(4).Any(l => l.StartsWith("// Long:", StringComparison.Ordinal)))
            yield return new(file.Path, $"{file.Lines.Length} lines and no « // Long: why » on top");
        foreach (var breach in Unexplained(file, CatchAll(), "catches everything and does not say why", file.Code)) yield return breach;
        foreach (var breach in Unexplained(file, Silence(), "silences a warning without its reason", file.Text)) yield return breach;
        foreach (var breach in Promise().Matches(file.Text).Where(m => !Issue().IsMatch(LineAt(file, m.Index))).Select(m => At(file, m.Index, $"{m.Value} without its issue (#number)"))) yield return breach;
    }

    public static IEnumerable<Breach> Project(SourceFile file) =>
        file.Lines.Index().Where(l => l.Item.Contains("<NoWarn", StringComparison.Ordinal) && !l.Item.Contains("<!--", StringComparison.Ordinal))
            .Select(l => new Breach($"{file.Path}:{l.Index + 1}", "NoWarn without its reason"));

    public static IEnumerable<Breach> Razor(SourceFile file)
    {
        var page = RazorComment().Replace(file.Text, m => new string('\n', m.Value.Count(c => c == '\n')));
        foreach (Match match in InlineStyle().Matches(page)) yield return At(page, file.Path, match.Index, "a style inside the page: the policy refuses it");
        foreach (Match match in InlineScript().Matches(page)) yield return At(page, file.Path, match.Index, "a script inside the page: the policy refuses it");
        foreach (Match match in Handler().Matches(page)) yield return At(page, file.Path, match.Index, $"an inline handler ({match.Value.Trim()})");
        foreach (Match match in Loaded().Matches(page)) yield return At(page, file.Path, match.Index, "loads something from another site");
        // The page of components shows invented words, in one language: samples are not what Trame says.
        if (Path.GetFileName(file.Path).TrimStart('_').StartsWith("Style", StringComparison.Ordinal)) yield break;
        foreach (Match match in Accented().Matches(page)) yield return At(page, file.Path, match.Index, "a sentence in the page instead of a text key");
    }

    public static IEnumerable<Breach> Css(SourceFile file)
    {
        var sheet = Comment().Replace(file.Text, m => new string('\n', m.Value.Count(c => c == '\n')));
        if (!file.Path.EndsWith("/tokens.css", StringComparison.Ordinal))
            foreach (Match match in Hex().Matches(sheet)) yield return At(sheet, file.Path, match.Index, $"the colour {match.Value} outside tokens.css");
        foreach (Match match in Remote().Matches(sheet)) yield return At(sheet, file.Path, match.Index, "loads something from another site");
    }

    public static IEnumerable<Breach> Script(SourceFile file)
    {
        foreach (Match match in Dynamic().Matches(file.Text)) yield return At(file.Text, file.Path, match.Index, $"{match.Value}: writes code or markup from text");
        foreach (Match match in RemoteScript().Matches(file.Text)) yield return At(file.Text, file.Path, match.Index, "loads something from another site");
    }

    public static IEnumerable<Breach> Migrations(IReadOnlyCollection<SourceFile> files)
    {
        foreach (var file in files.Where(f => !f.Text.StartsWith("--", StringComparison.Ordinal))) yield return new(file.Path, "a migration says why on top");
        foreach (var alone in files.GroupBy(f => Path.GetFileName(f.Path)).Where(g => g.Count() != 2)) yield return new(alone.Key, "is in one folder only: both databases change together");
        foreach (var twice in files.GroupBy(f => Path.GetFileName(f.Path)).GroupBy(g => g.Key[..4]).Where(g => g.Count() > 1)) yield return new(twice.Key, "two migrations bear this number");
    }

    private static IEnumerable<Breach> Unexplained(SourceFile file, Regex what, string why, string text) => what.Matches(text)
        .Where(m => LineOf(text, m.Index) is var line && !file.Lines[Math.Max(0, line - 2)..Math.Min(file.Lines.Length, line + 2)].Any(l => l.Contains("//", StringComparison.Ordinal)))
        .Select(m => At(text, file.Path, m.Index, why));

    private static string? Folder(SourceFile file) => Path.GetDirectoryName(file.Path) is { } folder && folder.StartsWith("src/", StringComparison.Ordinal)
        ? folder["src/".Length..].Replace('/', '.') : null;

    private static string LineAt(SourceFile file, int index) => file.Lines[LineOf(file.Text, index) - 1];

    private static int LineOf(string text, int index) => text.AsSpan(0, index).Count('\n') + 1;

    private static Breach At(SourceFile file, int index, string what) => At(file.Text, file.Path, index, what);

    private static Breach At(string text, string path, int index, string what) => new($"{path}:{LineOf(text, index)}", what);

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b|\bRandom\.Shared\b|\bnew Random\(\s*\)|\bGuid\.NewGuid\(|\bSystemClock\.Instance\b")]
    private static partial Regex Banned();

    [GeneratedRegex(@"^namespace ([\w.]+)\s*[;{]?", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^public (?:(?:static|sealed|abstract|readonly|partial|ref|unsafe) )*(?:class|interface|enum|struct|record(?: struct| class)?) (\w+)", RegexOptions.Multiline)]
    private static partial Regex PublicType();

    [GeneratedRegex(@"\bcatch\s*(?:\(\s*(?:System\.)?Exception\b[^)]*\)(?!\s*when\b)|\{|$)", RegexOptions.Multiline)]
    private static partial Regex CatchAll();

    [GeneratedRegex(@"^\s*#pragma warning disable|\[SuppressMessage\b|\[UnconditionalSuppressMessage\b", RegexOptions.Multiline)]
    private static partial Regex Silence();

    [GeneratedRegex(@"\b(?:TODO|FIXME|HACK|XXX)\b")]
    private static partial Regex Promise();

    [GeneratedRegex(@"#\d+")]
    private static partial Regex Issue();

    [GeneratedRegex(@"@\*.*?\*@", RegexOptions.Singleline)]
    private static partial Regex RazorComment();

    [GeneratedRegex(@"\sstyle\s*=|<style\b", RegexOptions.IgnoreCase)]
    private static partial Regex InlineStyle();

    [GeneratedRegex(@"<script\b(?![^>]*\bsrc\s*=)(?![^>]*type=""application/(?:ld\+)?json"")[^>]*>|href\s*=\s*[""']javascript:", RegexOptions.IgnoreCase)]
    private static partial Regex InlineScript();

    [GeneratedRegex(@"\s(?:on[a-z]+|hx-on[\w:-]*)\s*=\s*[""']", RegexOptions.IgnoreCase)]
    private static partial Regex Handler();

    [GeneratedRegex(@"\b(?:src|srcset|poster|data)\s*=\s*[""']https?:|<link\b[^>]*href\s*=\s*[""']https?:", RegexOptions.IgnoreCase)]
    private static partial Regex Loaded();

    [GeneratedRegex(@"[éèêëàâçùûîïôœÉÈÀÇ«»]")]
    private static partial Regex Accented();

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6}|[0-9a-fA-F]{3,4})\b(?=[^{}]*[;}])")]
    private static partial Regex Hex();

    [GeneratedRegex(@"url\(\s*[""']?(?:https?:)?//|@import\s", RegexOptions.IgnoreCase)]
    private static partial Regex Remote();

    [GeneratedRegex(@"\beval\(|\bnew Function\(|\.innerHTML\s*=|\.outerHTML\s*=|document\.write\(|insertAdjacentHTML\(")]
    private static partial Regex Dynamic();

    [GeneratedRegex(@"(?:import|from|fetch\()\s*\(?\s*[""'`](?:https?:)?//")]
    private static partial Regex RemoteScript();
}
