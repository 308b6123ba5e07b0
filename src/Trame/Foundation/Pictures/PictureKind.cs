namespace Trame.Foundation.Pictures;

/// <summary>What every browser shows.</summary>
public enum PictureKind
{
    Jpeg,
    Png,
    Webp,
}
