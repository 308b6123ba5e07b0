using Trame.Engines.Files;

namespace Trame.Engines.OpinionMap.Files;

/// <summary>Reads the statements that Polis exports (comments.csv): <c>comment-id</c>, <c>moderated</c>, and when they are there <c>is-meta</c> and <c>comment-body</c>. Columns by name, any order.</summary>
public static class CommentReader
{
    /// <param name="reader">Text; whoever decoded it replaced bytes that are not UTF-8 by U+FFFF.</param>
    /// <param name="stop">Cancels between two lines.</param>
    public static CommentFile Read(TextReader reader, CancellationToken stop = default)
    {
        var lines = new CsvLines(reader);
        var (header, problem) = CsvHeader.Read(lines);
        if (header is null) return Wrong(problem!);
        if (header.Missing(lines, "comment-id", "moderated") is { } missing) return Wrong(missing);
        var (comments, seen) = (new List<Comment>(), new HashSet<long>());
        while (lines.Next())
        {
            stop.ThrowIfCancellationRequested();
            if (CsvHeader.WrongCellCount(lines, header) is { } count) return Wrong(count);
            if (!CsvHeader.TryNumber(lines.Cell(header["comment-id"]), out var id)) return Wrong(At(lines, header["comment-id"], VoteFileTrouble.NotANumber));
            if (!seen.Add(id)) return Wrong(At(lines, header["comment-id"], VoteFileTrouble.RepeatedRow));
            if (!CsvHeader.TryNumber(lines.Cell(header["moderated"]), out var moderated) || moderated is < -1 or > 1) return Wrong(At(lines, header["moderated"], VoteFileTrouble.NotAModeration));
            var isMeta = header["is-meta"] is >= 0 and var meta && lines.Cell(meta).Trim() is "true" or "TRUE" or "True" or "1";
            comments.Add(new(id, (int)moderated, isMeta, header["comment-body"] is >= 0 and var body ? lines.Cell(body).ToString() : ""));
        }

        return CsvHeader.Problem(lines) is { } wrong ? Wrong(wrong) : new(comments, null);
    }

    private static VoteFileProblem At(CsvLines lines, int place, VoteFileTrouble trouble) => new(trouble, lines.Line, place + 1, lines.Cell(place).ToString());

    private static CommentFile Wrong(VoteFileProblem problem) => new([], problem);
}
