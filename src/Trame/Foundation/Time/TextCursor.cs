namespace Trame.Foundation.Time;

/// <summary>A place in a text that somebody typed. Unusual dashes and spaces read as plain ones, position for position, so that a column always means the text as typed.</summary>
internal sealed class TextCursor(string text)
{
    private readonly string _text = text;

    public int Position { get; set; }
    public bool AtEnd => SkipSpace() >= _text.Length;
    public char Here => AtEnd ? '\0' : Plain(_text[Position]);
    public char Next => Position + 1 < _text.Length ? Plain(_text[Position + 1]) : '\0';
    public bool AtDigit => char.IsAsciiDigit(Here);

    public int SkipSpace()
    {
        while (Position < _text.Length && char.IsWhiteSpace(Plain(_text[Position]))) Position++;
        return Position;
    }

    public bool Take(char expected)
    {
        if (Here != expected) return false;
        Position++;
        return true;
    }

    /// <summary>Takes the character only when nothing, not even a space, stands before it.</summary>
    public bool TakeGlued(char expected)
    {
        if (Position >= _text.Length || char.ToLowerInvariant(Plain(_text[Position])) != expected) return false;
        Position++;
        return true;
    }

    /// <summary>The letters from here, lower case, without moving.</summary>
    public string Word()
    {
        var start = SkipSpace();
        var end = start;
        while (end < _text.Length && char.IsLetter(_text[end])) end++;
        return end == start ? "" : _text[start..end].ToLowerInvariant();
    }

    /// <summary>The digits from here, without moving; empty when there is none, cut at nine.</summary>
    public string Digits()
    {
        var start = SkipSpace();
        var end = start;
        while (end < _text.Length && end - start < 9 && char.IsAsciiDigit(_text[end])) end++;
        return _text[start..end];
    }

    /// <summary>The character after the digits from here (no space skipped): tells a day number from an hour.</summary>
    public char AfterDigits()
    {
        var end = SkipSpace() + Digits().Length;
        return end < _text.Length ? char.ToLowerInvariant(Plain(_text[end])) : '\0';
    }

    /// <summary>A comment between quotes, as typed, or null when it never ends.</summary>
    public string? Quoted()
    {
        var close = _text[Position] == '“' ? '”' : '"';
        var end = _text.IndexOf(close, Position + 1);
        if (end < 0) return null;
        var inside = _text[(Position + 1)..end];
        Position = end + 1;
        return inside;
    }

    /// <summary>The word, number or sign that stands here, for a message.</summary>
    public string Piece()
    {
        if (AtEnd) return "";
        var end = Position;
        while (end < _text.Length && end - Position < 30 && char.IsLetterOrDigit(_text[end])) end++;
        if (end == Position) end += char.IsSurrogate(_text[end]) && end + 1 < _text.Length ? 2 : 1;
        return _text[Position..end];
    }

    public ParseError Error(string key, params string[] args) => new(key, SkipSpace() + 1, Piece(), args);

    private static char Plain(char c) => c switch
    {
        '\u00A0' or '\u202F' or '\u2009' => ' ',
        '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212' => '-',
        '\u2236' or '\uFF1A' => ':',
        _ => c,
    };
}
