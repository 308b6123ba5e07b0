using NodaTime;

namespace Trame.Act.Shifts;

/// <summary>Something to do this week.</summary>
/// <param name="Act">What one does there: lend a hand, come, sign up, join; a word of our texts.</param>
/// <param name="When">Null: whenever one likes.</param>
/// <param name="Metres">As the crow flies from the middle of the commune that was asked; null when nobody knows.</param>
/// <param name="Free">Places left; null when it is not counted.</param>
public sealed record WeekIdea(string Act, string Name, string What, string Path, LocalDateTime? When, int? Minutes, string Where, double? Metres, int? Free, bool WithChildren);
