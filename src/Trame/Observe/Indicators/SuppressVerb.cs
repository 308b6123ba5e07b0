using System.CommandLine;
using System.CommandLine.Parsing;
using System.Diagnostics;
using System.Globalization;
using Trame.Engines.Secrecy;
using Trame.Foundation;
using Trame.Foundation.Ui;

namespace Trame.Observe.Indicators;

/// <summary><c>trame suppress</c>: hides the cells of a table that would tell too much, and those that would give them away; <c>trame suppress audit</c>: what a reader could still deduce.</summary>
internal static class SuppressVerb
{
    private const double DefaultSeconds = 60;

    private sealed record Words(Argument<FileInfo[]> Tables, Option<string> Dims, Option<string> Total, Option<string[]> Hierarchy, Option<string> Count, Option<string?> Value, Option<string?> Max,
        Option<double> Threshold, Option<double?> Dominance, Option<double?> PPercent, Option<double> Protection, Option<string> Objective, Option<double> TimeLimit)
    {

        public static Words New()
        {
            var objective = new Option<string>("--objective") { Description = Texts.Get("cli.suppress.objective"), DefaultValueFactory = _ => "count" };
            objective.AcceptOnlyFromAmong("count", "value");
            return new(
                new("tables") { Description = Texts.Get("cli.suppress.tables"), Arity = ArgumentArity.ZeroOrMore },
                new("--dims") { Description = Texts.Get("cli.suppress.dims"), DefaultValueFactory = _ => "" },
                new("--total") { Description = Texts.Get("cli.suppress.total"), DefaultValueFactory = _ => "Total" },
                new("--hierarchy") { Description = Texts.Get("cli.suppress.hierarchy"), AllowMultipleArgumentsPerToken = false },
                new("--count") { Description = Texts.Get("cli.suppress.count"), DefaultValueFactory = _ => "N_OBS" },
                new("--value") { Description = Texts.Get("cli.suppress.value") },
                new("--max") { Description = Texts.Get("cli.suppress.max") },
                new("--threshold") { Description = Texts.Get("cli.suppress.threshold"), DefaultValueFactory = _ => new PrimaryRules().Threshold },
                new("--dominance") { Description = Texts.Get("cli.suppress.dominance") },
                new("--p-percent") { Description = Texts.Get("cli.suppress.p-percent") },
                new("--protection") { Description = Texts.Get("cli.suppress.protection"), DefaultValueFactory = _ => new SuppressionOptions().Protection },
                objective,
                new("--time-limit") { Description = Texts.Get("cli.suppress.time-limit"), DefaultValueFactory = _ => DefaultSeconds });
        }

        public Command On(Command command, CommandHost host)
        {
            command.Add(Tables);
            foreach (var option in (Option[])[Dims, Total, Hierarchy, Count, Value, Max, Threshold, Dominance, PPercent, Protection, Objective, TimeLimit, host.Json]) command.Add(option);
            return command;
        }

        public SuppressRequest Read(ParseResult parsed) => new(parsed.GetValue(Tables)!, SuppressRequest.Split(parsed.GetValue(Dims)!), parsed.GetValue(Total)!, parsed.GetValue(Hierarchy) ?? [],
            parsed.GetValue(Count)!, parsed.GetValue(Value), parsed.GetValue(Max),
            new() { Threshold = parsed.GetValue(Threshold), Dominance = parsed.GetValue(Dominance), PPercent = parsed.GetValue(PPercent) },
            new() { Protection = parsed.GetValue(Protection), Objective = parsed.GetValue(Objective) == "value" ? SuppressionObjective.Value : SuppressionObjective.Count },
            parsed.GetValue(TimeLimit));
    }

    public static Command Of(CommandHost host)
    {
        var (words, audited) = (Words.New(), Words.New());
        var suppress = words.On(new Command("suppress", Texts.Get("cli.suppress")), host);
        suppress.SetAction((parsed, stop) => Run(words.Read(parsed), null, parsed.GetValue(host.Plain), parsed.GetValue(host.Json), false, stop));
        var pattern = new Option<FileInfo?>("--pattern") { Description = Texts.Get("cli.suppress.pattern") };
        var audit = audited.On(new Command("audit", Texts.Get("cli.suppress.audit")) { pattern }, host);
        audit.SetAction((parsed, stop) => Run(audited.Read(parsed), parsed.GetValue(pattern), parsed.GetValue(host.Plain), parsed.GetValue(host.Json), true, stop));
        suppress.Add(audit);
        return suppress;
    }

    private static async Task<int> Run(SuppressRequest request, FileInfo? pattern, bool plain, bool json, bool audit, CancellationToken stop)
    {
        if (request.Wrong() is { } wrong) return await CommandHost.Fail(wrong.TextKey, [.. wrong.Args]);
        foreach (var file in pattern is null ? request.Files : [.. request.Files, pattern]) if (!file.Exists) return await CommandHost.Fail("cli.no-file", file.FullName);
        var (table, problem) = SuppressFiles.Read(request);
        if (table is null) return await CommandHost.Fail(problem!.TextKey, [.. problem.Args]);
        var (kept, unreadable) = pattern is null ? (null, null) : SuppressJson.ReadPattern(pattern, table);
        if (unreadable is not null) return await CommandHost.Fail(unreadable.TextKey, [.. unreadable.Args]);
        var started = Stopwatch.GetTimestamp();
        var primary = request.Rules.Of(table);
        var options = request.Options with { Limits = new() { Time = TimeSpan.FromSeconds(request.Seconds) } };
        var (plan, intervals) = await ProgressLine.Run(plain, "suppress.doing", _ => Task.Run(() =>
        {
            var plan = kept is null ? SecondarySuppression.Of(table, [.. primary.Select(c => c != PrimaryCause.None)], options, stop) : Kept(primary, kept);
            return (plan, audit ? SuppressionAudit.Of(table, [.. plan.Primary], [.. plan.Secondary], options, stop) : null);
        }, CancellationToken.None));
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        if (json) Console.Write(intervals is null ? SuppressJson.Write(table, plan, seconds) : SuppressJson.Write(table, intervals, plan, seconds));
        else Console.Write(intervals is null ? Told(table, plan) : Told(table, intervals));
        return 0;
    }

    /// <summary>The pattern as it was published; a sensitive cell that it shows is a cell a reader knows.</summary>
    private static SuppressionPlan Kept(IReadOnlyList<PrimaryCause> primary, IReadOnlySet<int> hidden) => new()
    {
        Primary = [.. hidden.Where(i => primary[i] != PrimaryCause.None).Order()],
        Secondary = [.. hidden.Where(i => primary[i] == PrimaryCause.None).Order()],
        Cost = 0, Bound = 0, Optimal = false,
        Unprotected = [.. Enumerable.Range(0, primary.Count).Where(i => primary[i] != PrimaryCause.None && !hidden.Contains(i))],
    };

    private static string Told(DisclosureTable table, SuppressionPlan plan)
    {
        var text = new System.Text.StringBuilder();
        text.AppendLine(Texts.Get("suppress.summary", table.Cells.Count, plan.Primary.Count, plan.Secondary.Count));
        text.AppendLine(plan.Optimal ? Texts.Get("suppress.optimal") : Texts.Get("suppress.not-optimal", Number(plan.Cost), Number(plan.Bound)));
        foreach (var i in plan.Unprotected) text.AppendLine(Texts.Get("suppress.unprotected", Name(table, i)));
        foreach (var i in plan.Primary) text.AppendLine(Texts.Get("suppress.primary", Name(table, i)));
        foreach (var i in plan.Secondary) text.AppendLine(Texts.Get("suppress.secondary", Name(table, i)));
        return text.ToString();
    }

    private static string Told(DisclosureTable table, IReadOnlyList<FeasibleInterval> intervals)
    {
        var text = new System.Text.StringBuilder();
        text.AppendLine(Texts.Get("suppress.audit.summary", intervals.Count, intervals.Count(i => !i.Protected)));
        foreach (var i in intervals) text.AppendLine(Texts.Get(i.Protected ? "suppress.audit.line" : "suppress.audit.broken", Name(table, i.Cell), Number(i.Least), double.IsInfinity(i.Most) ? "∞" : Number(i.Most)));
        return text.ToString();
    }

    private static string Name(DisclosureTable table, int cell) => string.Join(" × ", table.Cells[cell].Codes);

    private static string Number(double value) => value.ToString("N2", CultureInfo.CurrentUICulture);
}
