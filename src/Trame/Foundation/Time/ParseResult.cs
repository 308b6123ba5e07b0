using System.Diagnostics.CodeAnalysis;

namespace Trame.Foundation.Time;

/// <summary>A value, or the reason why there is none; never both, never neither.</summary>
public sealed record ParseResult<T> where T : class
{
    public T? Value { get; }
    public ParseError? Error { get; }

    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool Ok => Value is not null;

    private ParseResult(T? value, ParseError? error) => (Value, Error) = (value, error);

    /// <summary>The value, where the text is our own and a refusal would be a bug.</summary>
    public T Require() => Value ?? throw new FormatException($"{Error!.TextKey} at {Error.Column}: {Error.Piece}");

    public static implicit operator ParseResult<T>(T value) => new(value, null);
    public static implicit operator ParseResult<T>(ParseError error) => new(null, error);
}
