using System.Text.RegularExpressions;
using Trame.Foundation;

namespace Trame.Tests.House;

/// <summary>What the documents promise exists: files that are linked, commands that are told.</summary>
public sealed partial class DocsTests
{
    private static readonly string Root = FindRoot();

    private static IEnumerable<string> Files => Directory.EnumerateFiles(Root, "*.md")
        .Concat(Directory.EnumerateFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories))
        .Concat(Directory.EnumerateFiles(Path.Combine(Root, "data"), "*.md", SearchOption.AllDirectories))
        .Append(Path.Combine(Root, "src", "Trame.Engines", "README.md"));

    public static TheoryData<string> Documents => [.. Files.Select(f => Path.GetRelativePath(Root, f))];

    [Theory, MemberData(nameof(Documents))]
    public void Every_relative_link_leads_to_a_file_or_a_folder(string document) => Broken(document, File.ReadAllText(Path.Combine(Root, document))).ShouldBeEmpty();

    [Fact] public void A_link_that_leads_nowhere_is_seen() => Broken("README.md", "[x](docs/nulle-part.md) [y](LICENSE)").ShouldBe(["docs/nulle-part.md"]);

    [Theory, MemberData(nameof(Documents))]
    public void Every_verb_that_is_told_exists(string document) => Unknown(File.ReadAllText(Path.Combine(Root, document))).ShouldBeEmpty();

    [Fact] public void A_verb_that_does_not_exist_is_seen() => Unknown("`trame fly --high`").ShouldBe(["fly"]);

    [Fact] public void The_two_commands_of_the_readme_can_be_run()
    {
        foreach (var command in (string[])["run", "test"])
        {
            File.ReadAllText(Path.Combine(Root, "README.md")).ShouldContain($"./{command}");
            if (!OperatingSystem.IsWindows()) File.GetUnixFileMode(Path.Combine(Root, command)).HasFlag(UnixFileMode.UserExecute).ShouldBeTrue(command);
        }
    }

    [Fact] public void Pictures_of_the_readme_are_small() =>
        Directory.EnumerateFiles(Path.Combine(Root, "docs", "pictures")).ShouldAllBe(f => new FileInfo(f).Length < 300_000);

    private static List<string> Broken(string document, string text) =>
    [
        .. Link().Matches(Code().Replace(text, "")).Select(m => m.Groups["to"].Value.Split('#')[0])
            .Where(to => to.Length > 0 && !to.Contains("://", StringComparison.Ordinal) && !to.StartsWith("mailto:", StringComparison.Ordinal))
            .Where(to => !Path.Exists(Path.Combine(Root, Path.GetDirectoryName(document)!, to))),
    ];

    private static List<string> Unknown(string text)
    {
        var host = new CommandHost();
        var verbs = TrameHost.Modules.SelectMany(m => m.Commands(host)).Select(c => c.Name).Append("import").Append("export").ToHashSet(); // rooms add their kinds under one « import » and one « export » (Program.cs)
        return [.. Verb().Matches(text).Select(m => m.Groups["verb"].Value).Distinct().Where(v => !verbs.Contains(v))];
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Trame.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run inside the repository.");
    }

    [GeneratedRegex(@"\]\((?<to>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("```.*?```", RegexOptions.Singleline)]
    private static partial Regex Code();

    // « trame import … » at the start of a line or of a code span, and « trame.dll import … » anywhere.
    [GeneratedRegex(@"(?:(?:^|`)trame|trame\.dll) (?<verb>[a-z]+)", RegexOptions.Multiline)]
    private static partial Regex Verb();
}
