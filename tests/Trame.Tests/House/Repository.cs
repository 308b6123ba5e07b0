namespace Trame.Tests.House;

/// <summary>The sources as they lie on disk, found by walking up from the test to the solution.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static IReadOnlyList<SourceFile> CSharp { get; } = Read("*.cs");

    public static IReadOnlyList<SourceFile> Razor { get; } = Read("*.cshtml");

    public static IReadOnlyList<SourceFile> Css { get; } = Read("*.css");

    public static IReadOnlyList<SourceFile> JavaScript { get; } = Read("*.mjs");

    public static IReadOnlyList<SourceFile> Sql { get; } = Read("*.sql");

    public static IReadOnlyList<SourceFile> Projects { get; } = [.. Files(Root, "*.csproj"), .. Files(Root, "Directory.*.props")];

    private static List<SourceFile> Read(string pattern) => [.. Files(Path.Combine(Root, "src"), pattern)];

    private static IEnumerable<SourceFile> Files(string folder, string pattern) => Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories)
        .Select(path => new SourceFile(Path.GetRelativePath(Root, path).Replace('\\', '/'), File.ReadAllText(path)))
        .Where(file => !file.Path.Split('/').Any(part => part is "bin" or "obj" or "node_modules" or "lib"))
        .OrderBy(file => file.Path, StringComparer.Ordinal);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Trame.slnx"))) return folder.FullName;
        throw new InvalidOperationException($"No Trame.slnx above {AppContext.BaseDirectory}: these tests read the sources, run them from a clone.");
    }
}
