using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using Trame.Engines.Sortition;
using Trame.Foundation;
using Trame.Foundation.Tables;
using Trame.Foundation.Ui;

namespace Trame.Deliberate.Panels;

/// <summary><c>trame draw</c>: a lottery over panels, and one panel drawn from it.</summary>
internal static class DrawVerb
{
    private sealed record Asked(FileInfo Categories, FileInfo People, int Size, IReadOnlyList<string> SameAddress, IReadOnlyList<string> Selected, int? Reserves, string Seed, SortitionOptions Options);

    public static Command Of(CommandHost host)
    {
        // Not marked as required: « trame draw commit » shares the command.
        var categories = new Option<FileInfo?>("--categories") { Description = Texts.Get("cli.draw.categories") };
        var people = new Option<FileInfo?>("--people") { Description = Texts.Get("cli.draw.people") };
        var size = new Option<int?>("--size") { Description = Texts.Get("cli.draw.size") };
        var rule = new Option<string>("--rule") { Description = Texts.Get("cli.draw.rule"), DefaultValueFactory = _ => "leximin" };
        rule.AcceptOnlyFromAmong("leximin", "maximin", "nash", "legacy");
        var address = new Option<string?>("--same-address") { Description = Texts.Get("cli.draw.same-address") };
        var selected = new Option<string?>("--already-selected") { Description = Texts.Get("cli.draw.already-selected") };
        var reserves = new Option<int?>("--reserves") { Description = Texts.Get("cli.draw.reserves") };
        var cap = new Option<double?>("--cap") { Description = Texts.Get("cli.draw.cap") };
        var seed = new Option<string?>("--seed") { Description = Texts.Get("cli.draw.seed") };
        var limit = new Option<double?>("--time-limit") { Description = Texts.Get("cli.draw.time-limit") };
        var draw = new Command("draw", Texts.Get("cli.draw")) { categories, people, size, rule, address, selected, reserves, cap, seed, limit, host.Json };
        foreach (var verb in PublicDrawVerbs.All(host)) draw.Add(verb);
        draw.SetAction(async (parsed, stop) =>
        {
            if (parsed.GetValue(categories) is not { } quotas) return await CommandHost.Fail("panels.missing-option", "--categories");
            if (parsed.GetValue(people) is not { } pool) return await CommandHost.Fail("panels.missing-option", "--people");
            if (parsed.GetValue(size) is not { } seats) return await CommandHost.Fail("panels.missing-option", "--size");
            if (seats < 1) return await CommandHost.Fail("panels.size", seats);
            if (parsed.GetValue(cap) is { } most && most is not (> 0 and <= 1)) return await CommandHost.Fail("panels.cap", most);
            if (parsed.GetValue(limit) is { } wait && wait is not (> 0 and < 1e6)) return await CommandHost.Fail("panels.time-limit", wait);
            if (parsed.GetValue(reserves) is < 0 and var few) return await CommandHost.Fail("panels.reserves", few);
            var chance = parsed.GetValue(seed) ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
            var options = new SortitionOptions
            {
                Rule = Enum.Parse<SelectionRule>(parsed.GetValue(rule)!, ignoreCase: true), Cap = parsed.GetValue(cap) ?? 1, Seed = chance,
                TimeLimit = parsed.GetValue(limit) is { } time ? TimeSpan.FromSeconds(time) : null,
            };
            var asked = new Asked(quotas, pool, seats, Names(parsed.GetValue(address)), Names(parsed.GetValue(selected)), parsed.GetValue(reserves), chance, options);
            return await Run(asked, parsed.GetValue(host.Plain), parsed.GetValue(host.Json), stop);
        });
        return draw;
    }

    private static async Task<int> Run(Asked asked, bool plain, bool json, CancellationToken stop)
    {
        if ((FileInfo[])[asked.Categories, asked.People] is var files && Array.Find(files, f => !f.Exists) is { } absent) return await CommandHost.Fail("cli.no-file", absent.FullName);
        using var categories = TableEncoding.Open(asked.Categories);
        using var people = TableEncoding.Open(asked.People);
        var reading = SortitionReader.Read(categories, people, asked.Size, asked.SameAddress, asked.Selected);
        if (reading.Fault is { } fault) return await Fail(fault, fault.InPeople ? asked.People : asked.Categories);
        var problem = reading.Problem!;
        var result = await ProgressLine.Run(plain, "panels.doing", told => Task.Run(() => FairLottery.Find(problem, asked.Options, TimeProvider.System, new Paced<SortitionProgress>(TimeProvider.System, so => told(Texts.Get("panels.progress", so.FarthestPerson.ToString("P4", CultureInfo.CurrentUICulture)), so.Panels)), stop), CancellationToken.None));
        if (result.Panels.Count == 0 && result.Infeasible is null && asked.Options.Cap < 1 && FairLottery.Bound(problem, asked.Options) <= 0) return await CommandHost.Fail("panels.cap-too-low", asked.Options.Cap);
        var free = asked.Options.Cap < 1 && result.Infeasible is null ? FairLottery.Bound(problem, asked.Options with { Cap = 1 }) : (double?)null;
        var answer = DrawAnswer.Of(problem, result, asked.Seed, asked.Reserves ?? problem.Size, free);
        Console.WriteLine(json ? answer.Json() : answer.Words(problem, result));
        return 0;
    }

    private static async Task<int> Fail(InputFault fault, FileInfo file)
    {
        var where = fault.Column.Length > 0 ? Texts.Get("panels.at-column", file.Name, fault.Line, fault.Column) : Texts.Get("panels.at-line", file.Name, fault.Line);
        return await CommandHost.Fail("panels.fault", where, Texts.Get($"panels.fault.{Foundation.Data.EnumWords.Write(fault.Mistake)}", fault.Detail));
    }

    private static string[] Names(string? list) => list?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
