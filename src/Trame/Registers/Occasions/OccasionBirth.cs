using NodaTime;

namespace Trame.Registers.Occasions;

/// <summary>How a new record of one kind begins. The room of each kind (places, moments, projects) declares its own on its door.</summary>
public sealed record OccasionBirth(OccasionKind Kind, Func<string, string, Guid, string, Instant, Occasion> Make);
