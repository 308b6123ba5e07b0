namespace Trame.Registers.Occasions;

/// <summary>Where each kind stands in addresses: /lieux, /moments, /projets.</summary>
public static class OccasionShelf
{
    public static string Of(OccasionKind kind) => kind switch
    {
        OccasionKind.Place => "lieux",
        OccasionKind.Moment => "moments",
        _ => "projets",
    };

    public static OccasionKind? Kind(string? shelf) => shelf switch
    {
        "lieux" => OccasionKind.Place,
        "moments" => OccasionKind.Moment,
        "projets" => OccasionKind.Project,
        _ => null,
    };

    /// <summary>The page of a record, inside the space (before its path prefix).</summary>
    public static string Path(Occasion occasion) => $"/{Of(occasion.Kind)}/{occasion.Slug}";
}
