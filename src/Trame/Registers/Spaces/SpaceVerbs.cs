using System.CommandLine;
using Trame.Foundation;
using Trame.Foundation.Data;
using Trame.Foundation.Ui;
using Trame.Registers.Territories;

namespace Trame.Registers.Spaces;

/// <summary><c>trame space …</c></summary>
internal static class SpaceVerbs
{
    public static Command All(CommandHost host) => new("space", "Open, list, move and put away spaces (one territory, one database)") { Create(host) };

    private static Command Create(CommandHost host)
    {
        var epci = new Option<string?>("--epci") { Description = "SIREN code of an intercommunality, e.g. 200071140" };
        var commune = new Option<string?>("--commune") { Description = "INSEE code of a commune, e.g. 03190" };
        var department = new Option<string?>("--department") { Description = "Code of a department, e.g. 03" };
        var france = new Option<bool>("--france") { Description = "All communes of France in one space" };
        var slug = new Option<string?>("--slug") { Description = "Short name in addresses (default: from the territory's name)" };
        var name = new Option<string?>("--name") { Description = "Shown name (default: the territory's)" };
        var create = new Command("create", "Open a space for a territory") { epci, commune, department, france, slug, name };
        create.SetAction((parsed, stop) => host.Outside(parsed, async services =>
        {
            var choices = new[]
            {
                parsed.GetValue(epci) is { } siren ? TerritoryChoice.Intercommunality(siren) : null,
                parsed.GetValue(commune) is { } insee ? TerritoryChoice.Commune(insee) : null,
                parsed.GetValue(department) is { } code ? TerritoryChoice.Department(code) : null,
                parsed.GetValue(france) ? TerritoryChoice.France : null,
            }.OfType<TerritoryChoice>().ToList();
            if (choices is not [var about]) return await CommandHost.Fail("spaces.create.choose-one");
            var outcome = await services.GetRequiredService<CreateSpace>().Handle(new(about, parsed.GetValue(slug), parsed.GetValue(name)), stop);
            if (!outcome.Accepted) return await CommandHost.Fail(outcome.Plain);
            Console.WriteLine(Texts.Get("spaces.create.done", outcome.Value.Name, outcome.Value.Slug));
            return 0;
        }));
        return create;
    }
}
