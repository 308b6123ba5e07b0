namespace Trame.Foundation.Geo;

/// <summary>One thing read from a GeoJSON file: a <see cref="GeoFeature"/>, a <see cref="GeoNote"/> or a <see cref="GeoError"/>.</summary>
/// <param name="Feature">Rank of the feature in the file, from 0; <see cref="WholeFile"/> when the file itself is meant.</param>
/// <param name="Line">Line of the file, from 1.</param>
public abstract record GeoItem(int Feature, int Line)
{
    /// <summary>The value of <see cref="Feature"/> for what concerns the file as a whole.</summary>
    public const int WholeFile = -1;
}
