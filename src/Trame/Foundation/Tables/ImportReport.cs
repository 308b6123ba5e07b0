using Trame.Foundation.Ui;

namespace Trame.Foundation.Tables;

/// <summary>What an import did, and each thing in the file that stopped it: sentences with line, column and remedy.</summary>
/// <param name="Ignored">Rows that concern other territories than this space's.</param>
/// <param name="Problems">When there is one and the import was not told to keep the rest, nothing was written.</param>
public sealed record ImportReport(int Created, int Changed, int Unchanged, int Ignored, IReadOnlyList<string> Problems, IReadOnlyList<string> Notes)
{
    private const int Shown = 50;

    /// <summary>« Ligne 12, colonne « lat » (« 466.1 ») : … »</summary>
    public static string Sentence(RowError error)
    {
        var reason = Texts.Get(error.TextKey, [.. error.Args]);
        if (error.TextKey.StartsWith("geo.", StringComparison.Ordinal)) return reason; // these say the line themselves
        return error.Column is null ? Texts.Get("import.line", error.LineNumber, reason) : Texts.Get("import.cell", error.LineNumber, error.Column, error.Excerpt, reason);
    }

    public static string Sentence(TableProblem problem) => Texts.Get(problem.TextKey, [.. problem.Args]);

    /// <summary>Each problem on a line of the standard error; the rest counted.</summary>
    public static async Task<int> Fail(IReadOnlyList<string> problems)
    {
        foreach (var problem in problems.Take(Shown)) await Console.Error.WriteLineAsync($"trame: {problem}");
        if (problems.Count > Shown) await Console.Error.WriteLineAsync($"trame: {Texts.CountOf("import.more-problems", problems.Count - Shown)}");
        return 2;
    }

    /// <summary>The file as a whole is refused.</summary>
    public static async Task<int> Nothing(string problem)
    {
        await Fail([problem]);
        await Console.Error.WriteLineAsync($"trame: {Texts.CountOf("import.nothing-written", 1)}");
        return 2;
    }

    /// <summary>Tells on the standard output what was done, on the standard error what was not. 0 when nothing was wrong.</summary>
    public async Task<int> Print(bool kept, bool dryRun)
    {
        foreach (var note in Notes.Take(Shown)) await Console.Error.WriteLineAsync(note);
        if (Notes.Count > Shown) await Console.Error.WriteLineAsync(Texts.CountOf("import.more-notes", Notes.Count - Shown));
        if (Problems.Count > 0)
        {
            await Fail(Problems);
            if (!kept) await Console.Error.WriteLineAsync($"trame: {Texts.CountOf("import.nothing-written", Problems.Count)}");
            if (!kept) return 2;
        }

        Console.WriteLine(Texts.Get(dryRun ? "import.would" : "import.done", Created, Changed, Unchanged, Ignored));
        return Problems.Count > 0 ? 2 : 0;
    }
}
