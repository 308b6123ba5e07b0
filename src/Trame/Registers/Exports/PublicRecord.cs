using Trame.Foundation.Data;
using Trame.Registers.Occasions;
using Trame.Registers.Organisations;
using Trame.Registers.Territories;

namespace Trame.Registers.Exports;

/// <summary>A record that anyone may see, with the commune it stands in and who carries it.</summary>
public sealed record PublicRecord(Occasion Said, TerritoryNode? Commune, Organisation? Carrier)
{
    public string Insee => Commune?.Codes.GetValueOrDefault("insee") ?? "";

    public bool IsBelgian => Commune?.Codes.ContainsKey("nis5") == true;

    /// <summary>The value of a field as our own files write it: a commune and an organisation by their name.</summary>
    public string Read(OccasionField field) => field.Key switch
    {
        _ when !field.Kinds.Contains(Said.Kind) => "",
        "territory" => Commune?.Name ?? "",
        "organisation" => Carrier?.Name ?? "",
        _ => field.Read(Said),
    };

    /// <summary>Its number in the register of establishments or of associations: its own, else that of who carries it; empty when nobody gave one.</summary>
    public string Pivot => ((string[])["siret", "rna"]).Select(Said.Codes.GetValueOrDefault).Concat(((string[])["siret", "rna"]).Select(s => Carrier?.Codes.GetValueOrDefault(s))).FirstOrDefault(c => c is { Length: > 0 }) ?? "";

    public string Kind => EnumWords.Write(Said.Kind);
}
