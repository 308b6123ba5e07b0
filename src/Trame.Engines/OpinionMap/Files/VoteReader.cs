using Trame.Engines.Files;

namespace Trame.Engines.OpinionMap.Files;

/// <summary>Reads the two forms in which Polis exports votes; the header tells which. Columns are found by name, in any order.</summary>
/// <remarks>
/// Wide (participants-votes.csv): <c>participant</c>, then one column per statement, named by its number; an empty cell is a statement not seen.
/// Long (votes.csv): <c>timestamp</c>, <c>voter-id</c>, <c>comment-id</c>, <c>vote</c>; the last vote of a person on a statement counts. 1 is agree in both. O(characters).
/// </remarks>
public static class VoteReader
{
    private static readonly string[] KnownInWide = ["participant", "xid", "group-id", "n-comments", "n-votes", "n-agree", "n-disagree"];

    /// <param name="reader">Text; whoever decoded it replaced bytes that are not UTF-8 by U+FFFF.</param>
    /// <param name="stop">Cancels between two lines.</param>
    public static VoteFile Read(TextReader reader, CancellationToken stop = default)
    {
        var lines = new CsvLines(reader);
        var (header, problem) = CsvHeader.Read(lines);
        if (header is null) return Wrong(problem!);
        var isLong = header["participant"] < 0 && (header["vote"] >= 0 || header["voter-id"] >= 0 || header["comment-id"] >= 0);
        return isLong ? ReadLong(lines, header, stop) : ReadWide(lines, header, stop);
    }

    private static VoteFile ReadLong(CsvLines lines, CsvHeader header, CancellationToken stop)
    {
        if (header.Missing(lines, "timestamp", "voter-id", "comment-id", "vote") is { } missing) return Wrong(missing);
        var (time, voter, comment, vote) = (header["timestamp"], header["voter-id"], header["comment-id"], header["vote"]);
        var votes = new List<Vote>();
        while (lines.Next())
        {
            stop.ThrowIfCancellationRequested();
            if (CsvHeader.WrongCellCount(lines, header) is { } count) return Wrong(count);
            if (!CsvHeader.TryNumber(lines.Cell(time), out var timestamp)) return Wrong(At(lines, time, VoteFileTrouble.NotANumber));
            if (!CsvHeader.TryNumber(lines.Cell(voter), out var participant)) return Wrong(At(lines, voter, VoteFileTrouble.NotANumber));
            if (!CsvHeader.TryNumber(lines.Cell(comment), out var statement)) return Wrong(At(lines, comment, VoteFileTrouble.NotANumber));
            if (!CsvHeader.TryNumber(lines.Cell(vote), out var value)) return Wrong(At(lines, vote, VoteFileTrouble.NotANumber));
            if (value is < -1 or > 1) return Wrong(At(lines, vote, VoteFileTrouble.NotAVote));
            votes.Add(new(participant, statement, (int)value, timestamp));
        }

        return CsvHeader.Problem(lines) is { } problem ? Wrong(problem) : new([.. votes.OrderBy(v => v.Timestamp)], true, [], null);
    }

    private static VoteFile ReadWide(CsvLines lines, CsvHeader header, CancellationToken stop)
    {
        if (header.Missing(lines, "participant") is { } missing) return Wrong(missing);
        var statements = new List<(int Place, long Id)>();
        var ignored = new List<string>();
        for (var place = 0; place < header.Names.Count; place++)
            if (CsvHeader.TryNumber(header.Names[place], out var id)) statements.Add((place, id));
            else if (!KnownInWide.Contains(header.Names[place])) ignored.Add(header.Names[place]);
        if (statements.Count == 0) return Wrong(new(VoteFileTrouble.MissingColumn, lines.Line, header.Names.Count, "0, 1, 2…"));
        var (votes, people, person) = (new List<Vote>(), new HashSet<long>(), header["participant"]);
        while (lines.Next())
        {
            stop.ThrowIfCancellationRequested();
            if (CsvHeader.WrongCellCount(lines, header) is { } count) return Wrong(count);
            if (!CsvHeader.TryNumber(lines.Cell(person), out var participant)) return Wrong(At(lines, person, VoteFileTrouble.NotANumber));
            if (!people.Add(participant)) return Wrong(At(lines, person, VoteFileTrouble.RepeatedRow));
            foreach (var (place, statement) in statements)
            {
                if (lines.Cell(place).Trim().IsEmpty) continue;
                if (!CsvHeader.TryNumber(lines.Cell(place), out var value)) return Wrong(At(lines, place, VoteFileTrouble.NotANumber));
                if (value is < -1 or > 1) return Wrong(At(lines, place, VoteFileTrouble.NotAVote));
                votes.Add(new(participant, statement, (int)value));
            }
        }

        return CsvHeader.Problem(lines) is { } problem ? Wrong(problem) : new(votes, false, ignored, null);
    }

    private static VoteFileProblem At(CsvLines lines, int place, VoteFileTrouble trouble) => new(trouble, lines.Line, place + 1, lines.Cell(place).ToString());

    private static VoteFile Wrong(VoteFileProblem problem) => new([], false, [], problem);
}
