using System.CommandLine;
using Trame.Engines.Opportunities;
using Trame.Foundation;
using Trame.Foundation.Tables;
using Trame.Foundation.Ui;

namespace Trame.Connect.Opportunities;

/// <summary><c>trame opportunities</c>: what could be held this week with what is there, and the one piece that lacks elsewhere.</summary>
internal static class OpportunitiesVerb
{
    public static Command Of(CommandHost host)
    {
        var file = new Argument<FileInfo>("file") { Description = Texts.Get("cli.opportunities.file") };
        var seed = new Option<ulong>("--seed") { Description = Texts.Get("cli.opportunities.seed"), DefaultValueFactory = _ => 1 };
        var exact = new Option<bool>("--exact") { Description = Texts.Get("cli.opportunities.exact") };
        var limit = new Option<double?>("--time-limit") { Description = Texts.Get("cli.opportunities.time-limit") };
        var verb = new Command("opportunities", Texts.Get("cli.opportunities")) { file, seed, exact, limit, host.Json, Sample(), OpportunitiesDiff.Of(host) };
        verb.SetAction(async (parsed, stop) =>
        {
            var seconds = parsed.GetValue(limit);
            if (seconds is { } asked && !(asked > 0 && asked <= 1_000_000)) return await CommandHost.Fail("opportunities.bad-limit", asked);
            var options = new OpportunityOptions(parsed.GetValue(seed), parsed.GetValue(exact), seconds is { } s ? TimeSpan.FromSeconds(s) : null);
            return await Run(parsed.GetValue(file)!, options, parsed.GetValue(host.Plain), parsed.GetValue(host.Json), stop);
        });
        return verb;
    }

    private static Command Sample()
    {
        var needs = new Option<int>("--needs") { Description = Texts.Get("cli.opportunities.sample.needs"), DefaultValueFactory = _ => 200 };
        var resources = new Option<int>("--resources") { Description = Texts.Get("cli.opportunities.sample.resources"), DefaultValueFactory = _ => 40 };
        var places = new Option<int>("--places") { Description = Texts.Get("cli.opportunities.sample.places"), DefaultValueFactory = _ => 10 };
        var seed = new Option<ulong>("--seed") { Description = Texts.Get("cli.opportunities.seed"), DefaultValueFactory = _ => 1 };
        var sample = new Command("sample", Texts.Get("cli.opportunities.sample")) { needs, resources, places, seed };
        sample.SetAction(async (parsed, _) =>
        {
            var (n, r, p) = (parsed.GetValue(needs), parsed.GetValue(resources), parsed.GetValue(places));
            if (Math.Min(n, Math.Min(r, p)) < 0) return await CommandHost.Fail("opportunities.bad-sample");
            Console.WriteLine(OpportunityFile.Write(OpportunitySample.Make(n, r, p, parsed.GetValue(seed))));
            return 0;
        });
        return sample;
    }

    private static async Task<int> Run(FileInfo path, OpportunityOptions options, bool plain, bool json, CancellationToken stop)
    {
        if (!path.Exists) return await CommandHost.Fail("cli.no-file", path.FullName);
        using var text = TableEncoding.Open(path);
        var reading = OpportunityFile.Read(await text.ReadToEndAsync(stop));
        if (reading.Mistake is { } wrong)
            return await CommandHost.Fail("opportunities.fault", path.Name, wrong.Line, wrong.Column, Texts.Get($"opportunities.fault.{Foundation.Data.EnumWords.Write(wrong.Fault)}", wrong.Detail));
        var problem = reading.Problem!;
        var started = TimeProvider.System.GetTimestamp();
        var plan = await ProgressLine.Run(plain, "opportunities.doing", _ => Task.Run(() => OpportunitySolver.Solve(problem, options, stop), CancellationToken.None));
        var seconds = TimeProvider.System.GetElapsedTime(started).TotalSeconds;
        Console.Write(json ? OpportunitiesJson.Write(problem, plan, seconds) : OpportunitiesWords.Write(problem, plan, seconds));
        return 0;
    }
}
