namespace Trame.Engines.FairBudget;

/// <summary>Reads the three sections in their order and builds the election on the way, while each cell still knows its line and column.</summary>
internal sealed class PabulibReader(PabulibScanner rows)
{
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly List<BudgetProject> _projects = [];
    private decimal _budget;
    private VoteKind _kind;
    private decimal _largest;
    private int _decimals;

    public PabulibFile Read()
    {
        if (!rows.Next()) throw rows.Problem(PabulibFault.MissingSection, "META");
        if (Section() != "META") throw rows.Problem(0, PabulibFault.OutsideSections, rows[0]);
        var meta = ReadMeta();
        var projects = ReadProjects();
        var (votes, ballots) = ReadVotes();
        return new(meta, projects, votes, new(_kind, _projects, _budget, ballots));
    }

    private PabulibTable ReadMeta()
    {
        var meta = Header("META", "key", "value");
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var (budget, kind) = (false, false);
        while (Row("META", "PROJECTS"))
        {
            var key = rows[0].Trim().ToString();
            if (!keys.Add(key)) throw rows.Problem(0, PabulibFault.RepeatedKey, key);
            if (rows.Count < 2) throw rows.Problem(0, PabulibFault.CellCount, "1/2");
            if (key == "budget") (budget, _budget) = (true, Amount(1));
            if (key == "vote_type") (kind, _kind) = (true, PabulibMaker.Kind(rows[1].Trim()) ?? throw rows.Problem(1, PabulibFault.UnknownVoteType, rows[1]));
            Keep(meta);
        }

        if (!budget) throw rows.Problem(0, PabulibFault.MissingKey, "budget");
        if (!kind) throw rows.Problem(0, PabulibFault.MissingKey, "vote_type");
        return meta;
    }

    private PabulibTable ReadProjects()
    {
        var table = Header("PROJECTS", "project_id", "cost");
        var (id, cost, name) = (table.Column("project_id"), table.Column("cost"), table.Column("name"));
        var category = Math.Max(table.Column("category"), table.Column("categories"));
        while (Row("PROJECTS", "VOTES"))
        {
            Whole(table);
            var project = rows[id].Trim().ToString();
            if (project.Length == 0) throw rows.Problem(id, PabulibFault.NoId, "project_id");
            if (!_ids.TryAdd(project, _projects.Count)) throw rows.Problem(id, PabulibFault.RepeatedProject, project);
            var called = name < 0 || rows[name].IsWhiteSpace() ? project : rows[name].Trim().ToString();
            _projects.Add(new(project, Amount(cost), called, category < 0 ? [] : Categories(rows[category])));
            Keep(table);
        }

        return table;
    }

    private (PabulibTable Table, BallotBox Ballots) ReadVotes()
    {
        var points = PabulibMaker.GivesPoints(_kind);
        var table = points ? Header("VOTES", "voter_id", "vote", "points") : Header("VOTES", "voter_id", "vote");
        var ballots = new PabulibBallots(rows, _ids, table.Column("vote"), points ? table.Column("points") : -1, _kind == VoteKind.Ordinal);
        var voter = table.Column("voter_id");
        var known = new HashSet<string>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        while (Row("VOTES", null))
        {
            Whole(table);
            if (!known.Add(rows[voter].Trim())) throw rows.Problem(voter, PabulibFault.RepeatedVoter, rows[voter]);
            ballots.ReadRow();
            Keep(table);
        }

        return (table, ballots.Box);
    }

    /// <summary>Goes to the next row of a section; false when the section that must follow begins, or at the end when none must.</summary>
    private bool Row(string section, string? following)
    {
        if (!rows.Next()) return following is null ? false : throw rows.Problem(PabulibFault.MissingSection, following); // the end of VOTES is the end
        if (Section() is not { } begins) return true;
        if (begins == following) return false;
        throw section == "META" && begins == "VOTES" ? rows.Problem(0, PabulibFault.MissingSection, "PROJECTS") : rows.Problem(0, PabulibFault.MisplacedSection, begins);
    }

    private string? Section()
    {
        for (var cell = 1; cell < rows.Count; cell++) if (!rows[cell].IsWhiteSpace()) return null;
        var word = rows[0].Trim();
        foreach (var name in (ReadOnlySpan<string>)["META", "PROJECTS", "VOTES"])
            if (word.Equals(name, StringComparison.OrdinalIgnoreCase)) return name;
        return null;
    }

    private PabulibTable Header(string section, params ReadOnlySpan<string> needed)
    {
        if (!rows.Next()) throw rows.Problem(PabulibFault.MissingColumn, $"{section}: {needed[0]}");
        var columns = new List<string>();
        for (var cell = 0; cell < rows.Count; cell++)
        {
            var column = rows[cell].Trim().ToString();
            if (column.Length > 0 && columns.Contains(column)) throw rows.Problem(cell, PabulibFault.RepeatedColumn, column);
            columns.Add(column);
        }

        foreach (var column in needed) if (!columns.Contains(column)) throw rows.Problem(0, PabulibFault.MissingColumn, $"{section}: {column}");
        return new(columns);
    }

    private void Whole(PabulibTable table)
    {
        if (rows.Count != table.Columns.Count) throw rows.Problem(Math.Min(rows.Count, table.Columns.Count) - 1, PabulibFault.CellCount, $"{rows.Count}/{table.Columns.Count}");
    }

    private void Keep(PabulibTable table)
    {
        for (var cell = 0; cell < rows.Count; cell++) table.AddCell(rows[cell]);
        table.EndRow();
    }

    private decimal Amount(int cell)
    {
        if (!PabulibNumber.TryRead(rows[cell], out var amount)) throw rows.Problem(cell, PabulibFault.NotANumber, rows[cell]);
        (_largest, _decimals) = (Math.Max(_largest, amount), Math.Max(_decimals, amount.Scale));
        if (_largest > BudgetElection.Largest / PowersOfTen.Of(_decimals)) throw rows.Problem(cell, PabulibFault.NotANumber, rows[cell]);
        return amount >= 0 ? amount : throw rows.Problem(cell, PabulibFault.Negative, rows[cell]);
    }

    private static string[] Categories(ReadOnlySpan<char> cell) =>
        [.. cell.ToString().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];
}
