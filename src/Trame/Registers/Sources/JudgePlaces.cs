using Trame.Foundation.Data;
using Trame.Foundation.Tables;
using Trame.Foundation.Text;
using Trame.Foundation.Ui;
using Trame.Registers.Occasions;
using Trame.Registers.Places;
using Trame.Registers.Territories;

namespace Trame.Registers.Sources;

/// <summary>Judges each row of a list: where it stands, what it says, what is wrong with it. Writes nothing.</summary>
internal sealed class JudgePlaces(CommuneOfPlace communes, Func<PlaceLine, TerritoryNode?> ours, IReadOnlyDictionary<string, Guid> organisations, ImportRequest request, Place example)
{
    private static readonly IReadOnlyList<OccasionField> Asked = [.. OccasionField.For(OccasionKind.Place).Where(f => f.Key != "territory")];

    private readonly Dictionary<string, int> _ranks = new(StringComparer.Ordinal); // where each identifier was read first

    internal sealed record Ready(PlaceLine Line, TerritoryNode Commune, Dictionary<string, string> Codes, IReadOnlyList<(OccasionField Field, string Value)> Said)
    {
        public string Key => Line["id"].Trim() is { Length: > 0 } id ? $"id:{id}" : $"{Slug.From(Line["name"])}@{Commune.Slug}";
    }

    /// <returns>Ready to be taken; or its faults; or neither, when it is about elsewhere.</returns>
    public (Ready? Ready, IReadOnlyList<CellFault> Faults) Of(PlaceEntry entry)
    {
        if (entry.Line is not { } line) return (null, [new("", entry.Broken!.Excerpt, ImportReport.Sentence(entry.Broken))]);
        if (line["kind"] is { Length: > 0 } kind && kind != EnumWords.Write(OccasionKind.Place)) return (null, []);
        var faults = entry.Faults.ToList();
        var (commune, unclear) = communes.Find(line);
        if (commune is null && ours(line) is { } known) (commune, unclear) = (known, null);
        if (unclear is not null) faults.Add(new("territory", line["territory"], Texts.Get(unclear)));
        else if (commune is null) return (null, []);
        var codes = Codes(line);
        if (line["id"].Trim() is { Length: > 0 and <= 120 } id && !_ranks.TryAdd(id, line.Rank) && _ranks[id] != line.Rank) faults.Add(new("name", line["name"], Texts.Get("sources.places.twice", id, _ranks[id])));
        var said = Said(line, faults);
        return faults.Count > 0 ? (null, faults) : (new Ready(line, commune!, codes, said), []);
    }

    /// <summary>What a line says, whatever is wrong with the rest of it.</summary>
    public (IReadOnlyList<(OccasionField Field, string Value)> Said, IReadOnlyDictionary<string, string> Codes) Heard(PlaceLine line) => (Said(line, []), Codes(line));

    private Dictionary<string, string> Codes(PlaceLine line)
    {
        var codes = line["codes"].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(c => c.Split(':', 2)).Where(c => c.Length == 2).GroupBy(c => c[0]).ToDictionary(g => g.Key, g => g.First()[1]);
        if (FrenchCodeCells.Siret(line["siret"]) is { HasValue: true, Value: { } siret }) codes.TryAdd("siret", siret);
        if (FrenchCodeCells.Rna(line["rna"].Length > 0 ? line["rna"] : line["siret"]) is { HasValue: true, Value: { } rna }) codes.TryAdd("rna", rna);
        if (line["id"].Trim() is not { Length: > 0 and <= 120 } id) return codes;
        codes.TryAdd(request.Scheme ?? (Guid.TryParse(id, out _) ? "trame" : Slug.From(request.Source)), id);
        return codes;
    }

    private List<(OccasionField, string)> Said(PlaceLine line, List<CellFault> faults)
    {
        var said = new List<(OccasionField, string)>();
        foreach (var field in Asked)
        {
            var value = field.Key switch { "organisation" => Organisation(line, faults), "type" when line["type"].Length == 0 => request.Type ?? "", _ => line[field.Key] };
            if (value.Length == 0 && !field.Required) continue;
            var outcome = field.Check(example, value, out var canonical);
            if (outcome.Accepted) said.Add((field, canonical));
            foreach (var refusal in outcome.Refusals) faults.Add(new(field.Key, value, Texts.Get(refusal.TextKey, [.. refusal.Args])));
        }

        return said;
    }

    private string Organisation(PlaceLine line, List<CellFault> faults)
    {
        var name = line["organisation"].Trim();
        if (name.Length == 0) return name;
        if (organisations.TryGetValue(Slug.From(name), out var id)) return id.ToString();
        faults.Add(new("organisation", name, Texts.Get("sources.places.organisation-unknown")));
        return "";
    }
}
