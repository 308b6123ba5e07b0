using System.Globalization;

namespace Trame.Foundation.Time;

/// <summary>Why a written text was refused, for a person: which rule, where, and the offending piece.</summary>
/// <param name="TextKey">Key of Foundation/Time/Texts.resx; its sentence takes {0} = piece, {1} = column, {2}... = args.</param>
/// <param name="Column">Position of the piece in the text as typed, from 1.</param>
/// <param name="Piece">What could not be read; empty at the end of the text.</param>
/// <param name="Args">What else the sentence needs.</param>
public sealed record ParseError(string TextKey, int Column, string Piece, IReadOnlyList<string> Args)
{
    /// <summary>The whole sentence in the reader's language.</summary>
    public string Say(CultureInfo culture) => TimeWords.Say(culture, TextKey, [Piece, Column, .. Args]);

    public bool Equals(ParseError? other) =>
        other is not null && TextKey == other.TextKey && Column == other.Column && Piece == other.Piece && Args.SequenceEqual(other.Args);

    public override int GetHashCode() => HashCode.Combine(TextKey, Column, Piece);
}
