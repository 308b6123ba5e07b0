using System.CommandLine;
using NodaTime;
using Trame.Foundation;
using Trame.Foundation.Data;
using Trame.Foundation.Spaces;
using Trame.Foundation.Tables;
using Trame.Foundation.Ui;
using Trame.Registers.Territories;

namespace Trame.Registers.Spaces;

/// <summary><c>trame space create</c></summary>
internal static class CreateVerb
{
    private const int MostNamed = 8;

    public static Command Of(CommandHost host)
    {
        var epci = new Option<string?>("--epci") { Description = Texts.Get("cli.create.epci") };
        var commune = new Option<string?>("--commune") { Description = Texts.Get("cli.create.commune") };
        var department = new Option<string?>("--department") { Description = Texts.Get("cli.create.department") };
        var france = new Option<bool>("--france") { Description = Texts.Get("cli.create.france") };
        var file = new Option<FileInfo?>("--file") { Description = Texts.Get("cli.create.file") };
        var slug = new Option<string?>("--slug") { Description = Texts.Get("cli.create.slug") };
        var name = new Option<string?>("--name") { Description = Texts.Get("cli.create.name") };
        var create = new Command("create", Texts.Get("cli.create")) { epci, commune, department, france, file, slug, name };
        create.SetAction((parsed, stop) => host.Outside(parsed, async services =>
        {
            var named = await Named(services.GetRequiredService<Cog>(), parsed.GetValue(epci) ?? "", stop);
            if (!named.Accepted) return await CommandHost.Fail(named.Plain);
            var choices = new[]
            {
                named.Value is { Length: > 0 } siren ? TerritoryChoice.Intercommunality(siren) : null,
                parsed.GetValue(commune) is { } insee ? TerritoryChoice.Commune(insee) : null,
                parsed.GetValue(department) is { } code ? TerritoryChoice.Department(code) : null,
                parsed.GetValue(france) ? TerritoryChoice.France : null,
            }.OfType<TerritoryChoice>().ToList();
            var own = parsed.GetValue(file);
            if (choices.Count + (own is null ? 0 : 1) != 1) return await CommandHost.Fail("spaces.create.choose-one");
            var act = services.GetRequiredService<CreateSpace>();
            if (own is not null) return await FromFile(act, own, parsed.GetValue(slug), parsed.GetValue(name), Instant.FromDateTimeOffset(services.GetRequiredService<TimeProvider>().GetUtcNow()), stop);
            return await Tell(await act.Handle(new(choices[0], parsed.GetValue(slug), parsed.GetValue(name)), stop));
        }));
        return create;
    }

    // Nobody knows a SIREN number by heart: a name that only one intercommunality bears will do.
    private static async Task<Outcome<string>> Named(Cog cog, string typed, CancellationToken stop)
    {
        if (!typed.Any(char.IsLetter)) return typed;
        var found = await cog.Search(typed, MostNamed, stop);
        if (found is [var one]) return one.Siren;
        return found.Count == 0 ? new Refusal("spaces.create.no-such-name", "--epci", typed)
            : new Refusal("spaces.create.several-names", "--epci", typed, string.Join(", ", found.Select(i => $"{i.Siren} {i.Name}")));
    }

    private static async Task<int> FromFile(CreateSpace act, FileInfo file, string? slug, string? name, Instant at, CancellationToken stop)
    {
        if (!file.Exists) return await CommandHost.Fail("cli.no-file", file.FullName);
        if (string.IsNullOrWhiteSpace(name)) return await CommandHost.Fail("spaces.create.name-needed");
        await using var stream = file.OpenRead();
        var read = CommuneFile.Read(stream, file.Extension);
        if (read.Problems.Count > 0) return await ImportReport.Fail(read.Problems);
        if (read.Communes.Count == 0) return await CommandHost.Fail("import.empty", file.Name);
        var plan = PlanFromFile.Draw(name.Trim(), read.Communes, file.Name, at);
        return await Tell(await act.Handle(plan, read.Country, slug, name, isDemo: false, stop));
    }

    private static async Task<int> Tell(Outcome<Space> outcome)
    {
        if (!outcome.Accepted) return await CommandHost.Fail(outcome.Plain);
        Console.WriteLine(Texts.Get("spaces.create.done", outcome.Value.Name, outcome.Value.Slug));
        return 0;
    }
}
