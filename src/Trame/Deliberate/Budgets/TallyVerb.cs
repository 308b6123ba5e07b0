using System.CommandLine;
using Trame.Engines.FairBudget;
using Trame.Foundation;
using Trame.Foundation.Tables;
using Trame.Foundation.Ui;

namespace Trame.Deliberate.Budgets;

/// <summary><c>trame tally</c>: counts the ballots of a Pabulib file by a rule, and says why for each project.</summary>
internal static class TallyVerb
{
    private static readonly Dictionary<string, Utility> Utilities = new() { ["cost"] = Utility.Cost, ["cardinality"] = Utility.Cardinality, ["score"] = Utility.Score };

    private static readonly Dictionary<string, Completion> Completions = new()
    {
        ["none"] = Completion.None, ["add1"] = Completion.Add1, ["add1u"] = Completion.Add1Utilitarian, ["utilitarian"] = Completion.Utilitarian, ["add1+utilitarian"] = Completion.Add1Utilitarian,
    };

    public static Command Of(CommandHost host)
    {
        var file = new Argument<FileInfo>("file") { Description = Texts.Get("cli.tally.file") };
        var rule = new Option<string>("--rule") { Description = Texts.Get("cli.tally.rule"), DefaultValueFactory = _ => TallyRequest.EqualShares };
        rule.AcceptOnlyFromAmong(TallyRequest.EqualShares, TallyRequest.Greedy, TallyRequest.Phragmen, TallyRequest.Overspending);
        var utility = new Option<string>("--utility") { Description = Texts.Get("cli.tally.utility"), DefaultValueFactory = _ => "cost" };
        utility.AcceptOnlyFromAmong([.. Utilities.Keys]);
        var completion = new Option<string>("--completion") { Description = Texts.Get("cli.tally.completion"), DefaultValueFactory = _ => "none" };
        completion.AcceptOnlyFromAmong([.. Completions.Keys]);
        var ties = new Option<string>("--ties") { Description = Texts.Get("cli.tally.ties"), DefaultValueFactory = _ => "votes" };
        ties.AcceptOnlyFromAmong("votes", "id");
        var explain = new Option<string?>("--explain") { Description = Texts.Get("cli.tally.explain") };
        var compare = new Option<bool>("--compare") { Description = Texts.Get("cli.tally.compare") };
        var tally = new Command("tally", Texts.Get("cli.tally")) { file, rule, utility, completion, ties, explain, compare, host.Json };
        tally.SetAction((parsed, stop) =>
        {
            var words = (Utility: parsed.GetValue(utility)!, Completion: parsed.GetValue(completion)!);
            var request = new TallyRequest(parsed.GetValue(rule)!, words.Utility, Utilities[words.Utility], words.Completion, Completions[words.Completion], parsed.GetValue(ties)!);
            return Run(parsed.GetValue(file)!, request, parsed.GetValue(host.Plain), new(parsed.GetValue(host.Json), parsed.GetValue(compare), parsed.GetValue(explain)), stop);
        });
        return tally;
    }

    private sealed record Answer(bool Json, bool Compare, string? Explain);

    private static async Task<int> Run(FileInfo path, TallyRequest request, bool plain, Answer asked, CancellationToken stop)
    {
        if (!path.Exists) return await CommandHost.Fail("cli.no-file", path.FullName);
        using var text = TableEncoding.Open(path);
        var reading = PabulibFile.Read(text);
        if (reading.Problem is { } wrong)
            return await CommandHost.Fail("budgets.fault", path.Name, wrong.Line, wrong.Column, Texts.Get($"budgets.fault.{Foundation.Data.EnumWords.Write(wrong.Fault)}", wrong.Detail));
        var file = reading.File!;
        if (asked.Explain is { } id && file.Election.Projects.All(p => p.Id != id)) return await CommandHost.Fail("budgets.no-project", id, path.Name);
        if (request.Completion != Completion.None && request.Rule != TallyRequest.EqualShares) return await CommandHost.Fail("budgets.no-completion", request.Rule);
        await Doubts(file);
        var (result, comparison) = await ProgressLine.Run(plain, "budgets.doing", told => Task.Run(() =>
        {
            var counted = request.Count(file.Election, Spent(told), stop);
            return (counted, asked.Compare ? TallyComparison.Of(counted.Outcome, request, Spent(told), stop) : null);
        }, CancellationToken.None));
        Console.Write(asked.Json ? TallyJson.Write(request, result, comparison) : TallyWords.Write(file, request, result, comparison, asked.Explain));
        return 0;
    }

    private static Paced<double> Spent(Action<string, long> told) => new(TimeProvider.System, share => told(Texts.Get("budgets.progress"), (long)(100 * share)));

    /// <summary>A file that announces other numbers than it holds may have been cut: said, not refused.</summary>
    private static async Task Doubts(PabulibFile file)
    {
        foreach (var (key, found) in new Dictionary<string, int> { ["num_projects"] = file.Election.Projects.Count, ["num_votes"] = file.Election.Voters })
            if (file[key] is { Length: > 0 } said && said != found.ToString(System.Globalization.CultureInfo.InvariantCulture))
                await Console.Error.WriteLineAsync(Texts.Get("budgets.other-count", key, said, found));
    }
}
