using NodaTime;
using Trame.Foundation.Spaces;
using Trame.Registers.Occasions;

namespace Trame.Registers.Exports;

/// <summary>What an export knows besides the records.</summary>
/// <param name="Publisher">Who publishes, in the identifiers of formats that ask for one: « trame-moulins ».</param>
/// <param name="Name">The name of the space.</param>
/// <param name="Address">Where its pages are; null when nobody said, and then no file links to them.</param>
public sealed record ExportContext(string Publisher, string Name, SpaceCalendar Calendar, Instant At, string? Address)
{
    public string? Link(Occasion occasion) => Address is null ? null : $"{Address}{OccasionShelf.Path(occasion)}";

    /// <summary>An identifier that stays the same and that says where it comes from.</summary>
    public string Id(Occasion occasion) => $"{Publisher}{OwnId.Separator}{occasion.Id}";

    /// <summary>When somebody last said that it is so.</summary>
    public LocalDate Updated(Occasion occasion) => Calendar.Today(occasion.VerifiedAt > occasion.SourceAt ? occasion.VerifiedAt.Value : occasion.SourceAt);
}
