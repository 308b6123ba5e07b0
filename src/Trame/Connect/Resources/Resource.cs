using NodaTime;
using Trame.Connect.Needs;
using Trame.Foundation.Facts;

namespace Trame.Connect.Resources;

/// <summary>
/// Something that is there and little used: a know-how, a morning, a room on Thursdays, a van. Holds: it is offered, never asked of anyone; it sells nothing; found wrong by somebody, it is
/// frozen until a human has looked.
/// </summary>
public sealed class Resource : CarnetEntry
{
    public const int WhatLength = 160;
    public const int ConditionsLength = 300;
    public const int MostKinds = 6;
    public const int MostSeats = 2000;

    private Resource() { }

    public Resource(ResourceNature nature, GivenBy givenBy, string code, Guid territoryId, Channel channel, LocalDate expiresOn, Instant at) : base(code, territoryId, channel, expiresOn, at) =>
        (Nature, GivenBy) = (nature, givenBy);

    public ResourceNature Nature { get; private set; }
    public GivenBy GivenBy { get; private set; }

    /// <summary>In their own words: « la menuiserie, quarante ans d'établi ».</summary>
    public string What { get; private set; } = "";

    /// <summary>Kinds of need it can answer.</summary>
    public List<string> Kinds { get; private set; } = [];

    /// <summary>What a meeting cannot do without and this lends: a word of <see cref="HelpKind.Equipments"/>, or nothing.</summary>
    public string Equipment { get; private set; } = "";

    /// <summary>The organisation or the place of the register that offers it.</summary>
    public Guid? OrganisationId { get; private set; }
    public Guid? PlaceId { get; private set; }

    /// <summary>People it can welcome at once; null when the question makes no sense.</summary>
    public int? Seats { get; private set; }

    /// <summary>Times a week, at most.</summary>
    public int PerWeek { get; private set; } = 1;
    public string Conditions { get; private set; } = "";
    public InReturn InReturn { get; private set; }

    /// <summary>Key of the kind they would like to receive, or nothing.</summary>
    public string Wish { get; private set; } = "";

    public void Say(string what, IEnumerable<string> kinds, string equipment, int? seats, int perWeek, string conditions) =>
        (What, Kinds, Equipment, Seats, PerWeek, Conditions) = (what, [.. kinds], equipment, seats, perWeek, conditions);

    public void Of(Guid? organisation, Guid? place) => (OrganisationId, PlaceId) = (organisation, place);

    public void Ask(InReturn inReturn, string wish) => (InReturn, Wish) = (inReturn, wish);

    public override void Forget()
    {
        base.Forget();
        (What, Conditions) = ("", "");
    }
}
