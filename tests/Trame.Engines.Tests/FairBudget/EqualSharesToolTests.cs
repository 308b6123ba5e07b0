using System.Globalization;
using System.Text.Json;
using Trame.Engines.FairBudget;

namespace Trame.Engines.Tests.FairBudget;

/// <summary>The same projects as the tool of equalshares.net, with its options « exhaustive » and « integral », wherever it gives an answer.</summary>
public sealed class EqualSharesToolTests
{
    private static readonly Add1Options Exhaustive = new(Exhaustive: true);

    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(SharedData.Path("pabulib"), "*.pb").Select(f => Path.GetFileName(f))];

    public static TheoryData<string> Subsampled => ["hungary_budapest_2024.pb", "netherlands_amsterdam_2022_west.pb", "poland_warszawa_2021_bielany.pb"];

    [Theory, MemberData(nameof(Files))]
    public void Each_completion_on_each_public_file(string file)
    {
        var election = Pb.Shared(file).Election;
        using var reference = JsonDocument.Parse(File.ReadAllText(SharedData.Path("pabulib", "reference_equalshares_js.json")));
        foreach (var run in reference.RootElement.GetProperty(file).EnumerateObject())
        {
            if (run.Value.ValueKind != JsonValueKind.Object || !run.Value.TryGetProperty("winners", out var winners)) continue; // counts of the file; « Tie-breaking failed »
            var outcome = Ours(run.Name.Split('_')[0], election, Exhaustive);
            outcome.Sorted().ShouldBe(Sorted(winners), $"{file} {run.Name}");
            OutcomeMeasures.Of(outcome).Excluded.ShouldBe(run.Value.GetProperty("excl").GetInt32(), $"{file} {run.Name}");
            outcome.Endowment!.Value.ShouldBe(run.Value.GetProperty("endowment").GetDouble(), 1e-6, $"{file} {run.Name}");
        }
    }

    [Theory, MemberData(nameof(Subsampled))]
    public void Its_answers_on_smaller_files_with_larger_steps(string file)
    {
        var election = Pb.Shared("takahashi_fixtures", "pb", file).Election;
        using var reference = JsonDocument.Parse(File.ReadAllText(SharedData.Path("pabulib", "takahashi_fixtures", "pb_reference.json")));
        var compared = 0;
        foreach (var run in reference.RootElement.EnumerateObject().Where(r => r.Name.StartsWith(file, StringComparison.Ordinal)))
        {
            if (!run.Value.TryGetProperty("result", out var result)) continue;
            var options = run.Value.GetProperty("params");
            var ours = Ours(options.GetProperty("completion").GetString()!, election, Exhaustive with { Step = options.GetProperty("increment").GetInt64() });
            ours.Sorted().ShouldBe(Sorted(result.GetProperty("winners")), run.Name);
            OutcomeMeasures.Of(ours).AverageFunded.ShouldBe(result.GetProperty("avgApprovedProjects").GetDouble(), 1e-9, run.Name);
            compared++;
        }

        compared.ShouldBeGreaterThan(3);
    }

    [Fact]
    public void Wieliczka_one_by_one()
    {
        var election = Pb.Shared("takahashi_fixtures", "poland_wieliczka_2023_green-budget.pb").Election;
        using var reference = JsonDocument.Parse(File.ReadAllText(SharedData.Path("pabulib", "takahashi_fixtures", "js_reference.json")));
        foreach (var run in reference.RootElement.EnumerateObject())
        {
            if (run.Value.GetProperty("params").GetProperty("comparison").GetString() != "none") continue;
            var ours = Ours(run.Value.GetProperty("params").GetProperty("completion").GetString()!, election, Exhaustive);
            var result = run.Value.GetProperty("result");
            ours.Sorted().ShouldBe(Sorted(result.GetProperty("winners")), run.Name);
            var byFunded = OutcomeMeasures.Of(ours).VotersByFunded;
            foreach (var line in result.GetProperty("utilityDistribution").EnumerateObject())
                byFunded.ElementAtOrDefault(int.Parse(line.Name, CultureInfo.InvariantCulture)).ShouldBe(line.Value.GetInt32(), run.Name);
        }
    }

    /// <summary>Between as many votes, our completion takes the cheaper project, the tool the one first in its table: the files where that shows.</summary>
    [Fact]
    public void Where_ties_between_votes_decide_is_known()
    {
        var differing = new List<string>();
        foreach (var file in Directory.EnumerateFiles(SharedData.Path("pabulib"), "*.pb").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal))
        {
            var election = Pb.Shared(file).Election;
            foreach (var completion in (Completion[])[Completion.Utilitarian, Completion.Add1Utilitarian])
                if (!Pb.Shares(election, Utility.Cost, completion).Sorted().SequenceEqual(Pb.Shares(election, Utility.Cost, completion, AsItsObjects(election)).Sorted())) differing.Add($"{file} {completion}");
        }

        differing.ShouldBe([]);
    }

    private static string[] Sorted(JsonElement ids) => [.. ids.EnumerateArray().Select(i => i.GetString()!).Order(StringComparer.Ordinal)];

    private static BudgetOutcome Ours(string completion, BudgetElection election, Add1Options add1) => completion switch
    {
        "none" => Pb.Shares(election, Utility.Cost),
        "add1" => Pb.Shares(election, Utility.Cost, Completion.Add1, add1: add1),
        "utilitarian" => Pb.Shares(election, Utility.Cost, Completion.Utilitarian, AsItsObjects(election)),
        "add1u" => Pb.Shares(election, Utility.Cost, Completion.Add1Utilitarian, AsItsObjects(election), add1),
        _ => throw new InvalidOperationException(completion),
    };

    /// <summary>Between projects with as many votes, its completion follows the order of keys of a JavaScript object: whole numbers increasing, then the rest as in the file.</summary>
    private static TieOrder AsItsObjects(BudgetElection election) => TieOrder.Of(election, [.. Enumerable.Range(0, election.Projects.Count)
        .OrderBy(p => uint.TryParse(election.Projects[p].Id, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id.ToString(CultureInfo.InvariantCulture) == election.Projects[p].Id ? id : long.MaxValue)]);
}
