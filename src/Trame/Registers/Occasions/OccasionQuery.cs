using NodaTime;

namespace Trame.Registers.Occasions;

/// <summary>
/// What one looks for. Filters of different kinds must all hold; the values of one filter are alternatives, except accessibility and opening, which
/// must all hold. Written in a link by <see cref="OccasionQueryText"/>, so that a link is a saved search.
/// </summary>
public sealed record OccasionQuery
{
    public const int LongestText = 200;
    public const int LargestPage = 100;
    public const int UsualPage = 24;

    public string Text { get; init; } = "";
    public IReadOnlyList<OccasionKind> Kinds { get; init; } = [];
    public IReadOnlyList<string> Types { get; init; } = [];
    public IReadOnlyList<string> Fields { get; init; } = [];
    public IReadOnlyList<string> Audiences { get; init; } = [];
    public IReadOnlyList<string> Ties { get; init; } = [];
    public IReadOnlyList<string> Access { get; init; } = [];
    public IReadOnlyList<Carrier> Carriers { get; init; } = [];
    public IReadOnlyList<Openness> Openness { get; init; } = [];
    public IReadOnlyList<OpenWhen> Open { get; init; } = [];

    /// <summary>Of projects: where they stand, see <see cref="Vocabulary.Stages"/>. Asked without a status, one finds what stopped or ended too.</summary>
    public IReadOnlyList<string> Stages { get; init; } = [];

    /// <summary>Of projects: what they still look for.</summary>
    public IReadOnlyList<string> Wanted { get; init; } = [];
    public bool Free { get; init; }
    public bool Itinerant { get; init; }

    /// <summary>Empty: what is open. Proposed things are never found, they wait for a review.</summary>
    public IReadOnlyList<OccasionStatus> Statuses { get; init; } = [];
    public Freshness? Freshness { get; init; }

    /// <summary>Short name of a territory: it and everything below it.</summary>
    public string? Territory { get; init; }
    public string? Organisation { get; init; }
    public NearPoint? Near { get; init; }
    public double? Kilometres { get; init; }
    public int? Minutes { get; init; }

    /// <summary>Moments that happen between these days, both included.</summary>
    public LocalDate? From { get; init; }
    public LocalDate? To { get; init; }
    public OccasionSort? Sort { get; init; }

    /// <summary>Where the page begins or ends; see <see cref="OccasionCursor"/>.</summary>
    public string? Cursor { get; init; }
    public int PageSize { get; init; } = UsualPage;

    /// <summary>Does anything narrow the result?</summary>
    public bool IsNarrowed => this with { Sort = null, Cursor = null, PageSize = UsualPage } is var bare && OccasionQueryText.Print(bare).Length > 0;

    internal OccasionSort Order => Sort switch
    {
        OccasionSort.Near when Near is null => OccasionSort.Name,
        OccasionSort.Relevance when Text.Length == 0 => OccasionSort.Name,
        { } chosen => chosen,
        null when Text.Length > 0 => OccasionSort.Relevance,
        null when Near is not null => OccasionSort.Near,
        null => OccasionSort.Name,
    };
}
