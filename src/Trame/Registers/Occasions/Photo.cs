using NodaTime;

namespace Trame.Registers.Occasions;

/// <summary>A picture of a place, a moment or a project, with the words that replace it for those who do not see it.</summary>
/// <param name="Id">Of its <see cref="PhotoFile"/>.</param>
/// <param name="Source">Who took it or gives it, under what licence.</param>
/// <param name="At">Since when it is here.</param>
public sealed record Photo(Guid Id, string Alt, string Source, int Width, int Height, Instant At);
