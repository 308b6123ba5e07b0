namespace Trame.Foundation.Pictures;

/// <summary>A picture with nothing beside the picture: no place, no device, no author, no thumbnail, no comment, nothing behind its end.</summary>
/// <param name="Width">As it is shown, upright.</param>
public sealed record CleanPicture(PictureKind Kind, int Width, int Height, byte[] Bytes);
