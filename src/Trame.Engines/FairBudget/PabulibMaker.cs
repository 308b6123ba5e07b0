using System.Globalization;

namespace Trame.Engines.FairBudget;

/// <summary>Writes an election down as the three sections of a Pabulib file.</summary>
internal static class PabulibMaker
{
    private static readonly Dictionary<VoteKind, string> Words = new()
    {
        [VoteKind.Approval] = "approval", [VoteKind.ChooseOne] = "choose-1", [VoteKind.Ordinal] = "ordinal", [VoteKind.Cumulative] = "cumulative", [VoteKind.Scoring] = "scoring",
    };

    public static bool GivesPoints(VoteKind kind) => kind is VoteKind.Cumulative or VoteKind.Scoring;

    /// <summary>The kind that a <c>vote_type</c> names.</summary>
    public static VoteKind? Kind(ReadOnlySpan<char> word)
    {
        foreach (var (kind, name) in Words) if (word.Equals(name, StringComparison.OrdinalIgnoreCase)) return kind;
        return null;
    }

    public static PabulibFile Make(BudgetElection election, IEnumerable<KeyValuePair<string, string>> more)
    {
        var meta = new PabulibTable(["key", "value"]);
        foreach (var (key, value) in more) meta.Add(key, value);
        meta.Add("num_projects", Number(election.Projects.Count));
        meta.Add("num_votes", Number(election.Voters));
        meta.Add("budget", Number(election.Budget));
        meta.Add("vote_type", Words[election.Kind]);
        return new(meta, Projects(election), Votes(election), election);
    }

    private static PabulibTable Projects(BudgetElection election)
    {
        var table = new PabulibTable(["project_id", "cost", "votes", "name", "category"]);
        var votes = election.Votes();
        foreach (var (index, project) in election.Projects.Index())
            table.Add(project.Id, Number(project.Cost), Number(votes[index]), project.Name, string.Join(',', project.Categories));
        return table;
    }

    private static PabulibTable Votes(BudgetElection election)
    {
        var points = GivesPoints(election.Kind);
        var table = new PabulibTable(points ? ["voter_id", "vote", "points"] : ["voter_id", "vote"]);
        for (var voter = 0; voter < election.Voters; voter++)
        {
            table.AddCell(Number(voter + 1));
            table.AddCell(string.Join(',', election.Ballot(voter).Select(c => election.Projects[c.Project].Id)));
            if (points) table.AddCell(string.Join(',', election.Ballot(voter).Select(c => Number(c.Points))));
            table.EndRow();
        }

        return table;
    }

    private static string Number(decimal number) => PowersOfTen.Shortest(number).ToString(CultureInfo.InvariantCulture);
}
