namespace Trame.Demo;

/// <summary>What the generator needs to know of a commune.</summary>
internal sealed record DemoCommune(Guid Id, string Insee, string Name, int Population, double? Latitude, double? Longitude)
{
    /// <summary>« de Moulins », « d’Yzeure », « du Veurdre », « de La Chapelle-aux-Chasses ».</summary>
    public string Of => Name switch
    {
        _ when Name.StartsWith("Le ", StringComparison.Ordinal) => $"du {Name[3..]}",
        _ when Name.StartsWith("Les ", StringComparison.Ordinal) => $"des {Name[4..]}",
        _ when "AEIOUYÉÈÊHaeiouyéèê".Contains(Name[0]) => $"d’{Name}",
        _ => $"de {Name}",
    };
}
