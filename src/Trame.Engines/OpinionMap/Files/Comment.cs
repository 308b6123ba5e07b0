namespace Trame.Engines.OpinionMap.Files;

/// <summary>A statement people vote on.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Moderated">-1 taken out, 0 not looked at, 1 accepted.</param>
/// <param name="IsMeta">Whether it is about the people themselves (« I live here ») rather than about the subject.</param>
/// <param name="Text">Its words, empty when the file has none.</param>
public sealed record Comment(long Id, int Moderated, bool IsMeta, string Text)
{
    /// <summary>Taken out of the map: moderated out, or about the people.</summary>
    public bool IsOut => Moderated == -1 || IsMeta;
}
