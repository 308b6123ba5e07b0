namespace Trame.Engines.Sortition;

/// <summary>What a verification can find wrong in a published draw.</summary>
public enum DrawFlaw
{
    /// <summary>The file is not a published draw, or a line is not what the format says.</summary>
    Format,

    /// <summary>A panel names somebody who is not in the list of people, or names somebody twice, or not in the order of the list.</summary>
    Member,

    /// <summary>A panel has another number of members than said.</summary>
    Size,

    /// <summary>Panels are not numbered 1, 2, 3… up to the number said.</summary>
    Number,

    /// <summary>A person is not in as many panels as said.</summary>
    Count,

    /// <summary>The rounding error is not the one said.</summary>
    Error,

    /// <summary>The probabilities do not add up to the number of seats.</summary>
    Sum,

    /// <summary>The commitment is not the SHA-256 of what stands above it.</summary>
    Commitment,

    /// <summary>The seed is not the SHA-256 of the public values.</summary>
    Seed,

    /// <summary>The number drawn is not the one that the seed gives.</summary>
    Drawn,
}
