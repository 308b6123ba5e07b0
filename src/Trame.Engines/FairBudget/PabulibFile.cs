namespace Trame.Engines.FairBudget;

/// <summary>A Pabulib file (.pb): its three sections as they were written, and the election they describe.</summary>
/// <remarks>The format: Faliszewski, Flis, Peters, Pierczyński, Skowron, Stolicki, Szufa, Talmon, « Participatory budgeting: data, tools and analysis », IJCAI 2023
/// (arXiv 2305.11035). Read in one pass, in time linear in the characters. Written back, every cell is there with its spaces; what changes is only what says nothing:
/// the byte order mark and empty lines go, lines end with \n, and a cell is quoted where it must be.</remarks>
public sealed class PabulibFile
{
    internal PabulibFile(PabulibTable meta, PabulibTable projects, PabulibTable votes, BudgetElection election) =>
        (Meta, Projects, Votes, Election) = (meta, projects, votes, election);

    /// <summary>Keys and values.</summary>
    public PabulibTable Meta { get; }

    /// <summary>One row per project.</summary>
    public PabulibTable Projects { get; }

    /// <summary>One row per voter.</summary>
    public PabulibTable Votes { get; }

    /// <summary>What the rules need.</summary>
    public BudgetElection Election { get; }

    /// <summary>The value of a key of META, trimmed; null where there is none.</summary>
    public string? this[string key]
    {
        get
        {
            for (var row = 0; row < Meta.Count; row++)
                if (Meta[row, 0].Trim().SequenceEqual(key)) return Meta.Cells(row) > 1 ? Meta[row, 1].Trim().ToString() : "";
            return null;
        }
    }

    /// <summary>Reads a file; what is wrong with it is the answer, not an exception.</summary>
    /// <param name="text">UTF-8 decoded; the byte order mark may be there.</param>
    /// <exception cref="IOException">The text cannot be read.</exception>
    public static PabulibReading Read(TextReader text)
    {
        try
        {
            return new(new PabulibReader(new(text)).Read(), null);
        }
        catch (PabulibException wrong)
        {
            return new(null, wrong.Problem);
        }
    }

    /// <summary>A file for an election that was held elsewhere: the columns that the format asks for, voters numbered from 1.</summary>
    /// <param name="election">What was voted.</param>
    /// <param name="meta">Keys to add to those that follow from the election (num_projects, num_votes, budget, vote_type).</param>
    public static PabulibFile Of(BudgetElection election, IEnumerable<KeyValuePair<string, string>> meta) => PabulibMaker.Make(election, meta);

    /// <summary>Writes the file, UTF-8 being the writer's affair.</summary>
    public void Write(TextWriter text)
    {
        foreach (var (name, section) in (ReadOnlySpan<(string, PabulibTable)>)[("META", Meta), ("PROJECTS", Projects), ("VOTES", Votes)])
        {
            text.Write(name);
            text.Write('\n');
            WriteRow(text, section.Columns.Count, cell => section.Columns[cell]);
            for (var row = 0; row < section.Count; row++) WriteRow(text, section.Cells(row), cell => section[row, cell]);
        }
    }

    private delegate ReadOnlySpan<char> CellOf(int cell);

    private static void WriteRow(TextWriter text, int cells, CellOf cell)
    {
        for (var i = 0; i < cells; i++)
        {
            if (i > 0) text.Write(';');
            var written = cell(i);
            if (written.IndexOfAny(";\"\n\r") < 0)
            {
                text.Write(written);
                continue;
            }

            text.Write('"');
            text.Write(written.ToString().Replace("\"", "\"\"", StringComparison.Ordinal));
            text.Write('"');
        }

        text.Write('\n');
    }
}
