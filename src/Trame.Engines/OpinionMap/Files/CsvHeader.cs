using System.Globalization;
using Trame.Engines.Files;

namespace Trame.Engines.OpinionMap.Files;

/// <summary>The first line of a file: where each named column stands.</summary>
internal sealed class CsvHeader
{
    private readonly Dictionary<string, int> _placeOf = [];

    public required IReadOnlyList<string> Names { get; init; }

    public int this[string name] => _placeOf.GetValueOrDefault(name, -1);

    /// <summary>The header, or what is wrong with it.</summary>
    public static (CsvHeader? Header, VoteFileProblem? Problem) Read(CsvLines lines)
    {
        if (!lines.Next()) return (null, Problem(lines) ?? new(VoteFileTrouble.Empty, 1, 1, ""));
        var header = new CsvHeader { Names = [.. Enumerable.Range(0, lines.Count).Select(cell => Clean(lines.Cell(cell)))] };
        for (var place = 0; place < header.Names.Count; place++)
            if (!header._placeOf.TryAdd(header.Names[place], place) && header.Names[place].Length > 0)
                return (null, new(VoteFileTrouble.RepeatedColumn, lines.Line, place + 1, header.Names[place]));
        return (header, null);
    }

    /// <summary>What stopped the reading, or null.</summary>
    public static VoteFileProblem? Problem(CsvLines lines) => lines.Trouble switch
    {
        null => null,
        CsvTrouble.OpenQuote => new(VoteFileTrouble.UnclosedQuote, lines.Line, lines.Count + 1, lines.Rest(30)),
        _ => new(VoteFileTrouble.NotUtf8, lines.Line, lines.Count + 1, ""),
    };

    public VoteFileProblem? Missing(CsvLines lines, params string[] needed)
    {
        foreach (var name in needed)
            if (this[name] < 0) return new(VoteFileTrouble.MissingColumn, lines.Line, Names.Count, name);
        return null;
    }

    public static VoteFileProblem? WrongCellCount(CsvLines lines, CsvHeader header) =>
        lines.Count == header.Names.Count ? null : new(VoteFileTrouble.WrongCellCount, lines.Line, Math.Min(lines.Count, header.Names.Count + 1), lines.Count.ToString(CultureInfo.InvariantCulture));

    public static bool TryNumber(ReadOnlySpan<char> cell, out long number) =>
        long.TryParse(cell.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);

    private static string Clean(ReadOnlySpan<char> name) => name.Trim().ToString().ToLowerInvariant();
}
